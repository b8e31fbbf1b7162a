: what C can ask of an h.Random
NEURON { SUFFIX nothing }
VERBATIM
#ifndef NRN_VERSION_GTEQ_8_2_0
extern int nrn_random_isran123(void*, uint32_t*, uint32_t*, uint32_t*);
#endif
ENDVERBATIM
FUNCTION vb_ids() {
VERBATIM
    Rand* r = (Rand*)nrn_random_arg(1);
    uint32_t a = 0, b = 0, c = 0, seq = 0;
    char which = 0;
    double sum = 0;
    if (!nrn_random_isran123(r, &a, &b, &c)) { return -1; }
    sum = a + 10. * b + 100. * c;
    nrn_random_pick(r);
    nrn_random123_getseq(r, &seq, &which);
    sum += 1000. * seq + 10000. * which;
    nrn_random123_setseq(r, 3, 1);
    return sum + nrn_random_pick(r);
ENDVERBATIM
}
