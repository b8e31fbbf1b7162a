: functions of C with tables of constants, called from NMODL in kernels
NEURON { SUFFIX vbgamma  NONSPECIFIC_CURRENT i  RANGE load, y, i }
VERBATIM
static double loggamma(double z) {
    static double cof[6] = {76.18009173, -86.50532033, 24.01409822, -1.231739516, 0.120858003e-2, -0.536382e-5};
    double x, tmp, ser;
    int j;
    x = z - 1.0;
    tmp = x + 5.5;
    tmp -= (x + 0.5) * log(tmp);
    ser = 1.0;
    for (j = 0; j <= 5; j++) {
        x += 1.0;
        ser += cof[j] / x;
    }
    return -tmp + log(2.50662827465 * ser);
}
ENDVERBATIM
ASSIGNED { v (mV) i (mA/cm2) y }
STATE { load }
INITIAL { load = 1  y = lg(3.5) }
BREAKPOINT { SOLVE move METHOD cnexp  y = lg(2 + load)  i = 1e-5 * y * v }
DERIVATIVE move { load' = (5 - load) / 10 }
FUNCTION lg(z) {
VERBATIM
    _llg = loggamma(_lz);
ENDVERBATIM
}
