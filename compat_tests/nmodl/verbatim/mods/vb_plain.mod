: plain C in kernels: locals, arrays, loops, conditions
NEURON { SUFFIX vbplain  NONSPECIFIC_CURRENT i  RANGE n, p, i, peak, steps }
ASSIGNED { v (mV) i (mA/cm2) p[4] peak steps }
STATE { n }
INITIAL { n = 0.1 peak = v steps = 0 }
BREAKPOINT { SOLVE states METHOD cnexp
VERBATIM
    double sum = 0;
    int k;
    for (k = 0; k < 4; k++) {
        p[k] = n * (k + 1) / (1 + exp(-(v + 10 * k) / 9.));
        if (k % 2) { sum += p[k]; } else { sum -= 0.5 * p[k]; }
    }
    i = 1e-4 * sum * (v + 70);
ENDVERBATIM
}
DERIVATIVE states { track() n' = (0.5 + v / 200 - n) / 5 }
PROCEDURE track() {
VERBATIM
    if (v > peak) {
        peak = v;
    }
    steps += 1;
ENDVERBATIM
}
FUNCTION rate(v (mV)) {
VERBATIM
    double x = _lv / 10.0;
    if (fabs(x) < 1e-6) {
        return 1 - x / 2;
    }
    return x / (exp(x) - 1);
ENDVERBATIM
}
