: drand48 in INITIAL and in a procedure of every step
NEURON { SUFFIX vbdrunk  NONSPECIFIC_CURRENT i  RANGE walk, first, i }
ASSIGNED { v (mV) i (mA/cm2) walk first }
INITIAL {
VERBATIM
    first = drand48();
ENDVERBATIM
    walk = 0
}
BREAKPOINT { SOLVE stroll  i = 1e-3 * walk }
PROCEDURE stroll() {
VERBATIM
    walk += drand48() < 0.5 ? -0.1 : 0.1;
ENDVERBATIM
}
PROCEDURE seed(k) {
VERBATIM
    srand48((long)_lk);
ENDVERBATIM
}
