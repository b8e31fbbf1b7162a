: a density mechanism with a stream in every segment, and binomial draws with loops that are left in the middle
NEURON { SUFFIX vbchan  NONSPECIFIC_CURRENT i  RANGE n_open, N, i, drawn  POINTER rng }
PARAMETER { N = 40 }
ASSIGNED { v (mV) i (mA/cm2) n_open drawn rng dt (ms) }
INITIAL {
    n_open = 10
    drawn = 0
VERBATIM
    if (_p_rng) { nrnran123_setseq((nrnran123_State*)_p_rng, 0, 0); }
ENDVERBATIM
}
BREAKPOINT { SOLVE flip  i = 1e-5 * n_open * (v + 20) }
PROCEDURE flip() { LOCAL up, down
    up = binomial(N - n_open, 0.02)
    down = binomial(n_open, 0.05)
    n_open = n_open + up - down
}
FUNCTION uniform() {
VERBATIM
    _luniform = _p_rng ? 0.0 : 0.5;
    if (_p_rng) {
        _luniform = nrnran123_dblpick((nrnran123_State*)_p_rng);
        drawn += 1;
    }
ENDVERBATIM
}
FUNCTION binomial(n, p) {
VERBATIM
    /* by the gaps between successes */
    int left = (int)_ln, count = 0;
    double q = log(1.0 - _lp);
    while (1) {
        int gap = (int)(log(uniform(_threadargs_)) / q) + 1;
        if (gap > left) break;
        left -= gap;
        count++;
    }
    return count;
ENDVERBATIM
}
PROCEDURE stream() {
VERBATIM
    nrnran123_State** pv = (nrnran123_State**)(&_p_rng);
    if (*pv) { nrnran123_deletestream(*pv); *pv = (nrnran123_State*)0; }
    if (ifarg(1)) { *pv = nrnran123_newstream3((uint32_t)*getarg(1), (uint32_t)*getarg(2), ifarg(3) ? (uint32_t)*getarg(3) : 0); }
ENDVERBATIM
}
