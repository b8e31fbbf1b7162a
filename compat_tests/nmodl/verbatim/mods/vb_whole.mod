: whole numbers: division, remainders, shifts, signs, widths
NEURON { SUFFIX nothing }
FUNCTION vb_whole(a, b) {
VERBATIM
    int x = (int)_la, y = (int)_lb;
    unsigned int u = (unsigned int)x;
    short s = (short)(x * 1000);
    unsigned char c = (unsigned char)(x + 300);
    long wide = (long)x * 100000L * y;
    double sum = x / y + 10 * (x % y) + 100.0 * (x >> 1) + 1000.0 * (x << 3);
    sum += 1e4 * (x & y) + 1e5 * (x | y) + 1e6 * (x ^ y) + (~x);
    sum += u / 3 + s + c + (double)wide * 1e-3;
    sum += (x > y) + (x == y) * 2 + !x + (x && y) + (x || y);
    sum += (double)(u % 7u) * 0.1 + 1 / 2 + 1 / 2.0 + -7 / 2 + -7 % 3 + 7u / 2;
    return sum;
ENDVERBATIM
}
FUNCTION vb_cut(x) {
VERBATIM
    return (int)_lx + (long)(_lx * 10) * 1e3 + floor(_lx) * 1e6 + ceil(_lx) * 1e8 + (float)(_lx / 3);
ENDVERBATIM
}
