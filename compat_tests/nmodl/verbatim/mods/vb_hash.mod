: hash functions that need every bit of their whole numbers
NEURON { SUFFIX nothing }
VERBATIM
static unsigned int hashseed2(int na, const double* x) {
    int i;
    union dblint { int i[2]; };
    unsigned int h = 2166136261u;
    for (i = 0; i < na; i++) {
        h ^= (unsigned int)x[i];
        h *= 16777619u;
    }
    return h;
}
static uint64_t splitmix(uint64_t z) {
    z += 0x9e3779b97f4a7c15ULL;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}
static int java_hash(const char* s) {
    int h = 0;
    while (*s) h = (int)(31u * (unsigned)h + *s++);
    return h;
}
ENDVERBATIM
FUNCTION vb_hash(a, b) {
VERBATIM
    double x[2];
    x[0] = _la;
    x[1] = _lb;
    return (double)hashseed2(2, x);
ENDVERBATIM
}
FUNCTION vb_mix(a) {
VERBATIM
    return (double)(splitmix((uint64_t)_la) >> 11) / 9007199254740992.0;
ENDVERBATIM
}
FUNCTION vb_name() {
VERBATIM
    return java_hash(gargstr(1));
ENDVERBATIM
}
FUNCTION vb_bits(x) {
VERBATIM
    double d = _lx;
    unsigned long long u;
    memcpy(&u, &d, sizeof(u));
    u = (u >> 52) ^ (u & 0xffffffffffULL);
    return (double)(u % 1000003ULL);
ENDVERBATIM
}
