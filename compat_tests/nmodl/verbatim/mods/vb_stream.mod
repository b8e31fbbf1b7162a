: a synapse that fails at random, with a Random123 stream of its own or an h.Random
NEURON { POINT_PROCESS VbStream  NONSPECIFIC_CURRENT i  RANGE i, g, tau, u, ok, failed  POINTER rng }
PARAMETER { tau = 3 (ms) u = 0.5 }
ASSIGNED { v (mV) i (nA) ok failed usingR123 rng }
STATE { g (uS) }
VERBATIM
#ifndef NRN_VERSION_GTEQ_8_2_0
#include "nrnran123.h"
double nrn_random_pick(void* r);
void* nrn_random_arg(int argpos);
#define RANDCAST
#else
#define RANDCAST (Rand*)
#endif
ENDVERBATIM
INITIAL {
    g = 0 ok = 0 failed = 0
VERBATIM
    if (usingR123) {
        nrnran123_setseq((nrnran123_State*)_p_rng, 0, 0);
    }
ENDVERBATIM
}
BREAKPOINT { SOLVE decay METHOD cnexp  i = g * v }
DERIVATIVE decay { g' = -g / tau }
NET_RECEIVE (w) { LOCAL draw
    draw = urand()
    if (draw < u) { g = g + w  ok = ok + 1 } else { failed = failed + 1 }
}
FUNCTION urand() {
VERBATIM
    double value = 0.0;
    if (usingR123) {
        value = nrnran123_dblpick((nrnran123_State*)_p_rng);
    } else if (_p_rng) {
#ifndef CORENEURON_BUILD
        value = nrn_random_pick(RANDCAST _p_rng);
#endif
    } else {
        value = 0.25;
    }
    _lurand = value;
ENDVERBATIM
}
PROCEDURE setRNG() {
VERBATIM
#ifndef CORENEURON_BUILD
    usingR123 = 0;
    if (ifarg(1) && hoc_is_double_arg(1)) {
        nrnran123_State** pv = (nrnran123_State**)(&_p_rng);
        uint32_t a2 = 0;
        uint32_t a3 = 0;
        if (*pv) {
            nrnran123_deletestream(*pv);
            *pv = (nrnran123_State*)0;
        }
        if (ifarg(2)) { a2 = (uint32_t)*getarg(2); }
        if (ifarg(3)) { a3 = (uint32_t)*getarg(3); }
        *pv = nrnran123_newstream3((uint32_t)*getarg(1), a2, a3);
        usingR123 = 1;
    } else if (ifarg(1)) {
        void** pv = (void**)(&_p_rng);
        *pv = nrn_random_arg(1);
    } else {
        void** pv = (void**)(&_p_rng);
        *pv = (void*)0;
    }
#endif
ENDVERBATIM
}
FUNCTION state() {
VERBATIM
    double *direction, *values;
    direction = hoc_pgetarg(1);
    values = hoc_pgetarg(2);
    if (_p_rng) {
        if (*direction == -1) {
            *direction = usingR123 ? 2.0 : 1.0;
            return 0.0;
        } else if (*direction == 0) {
            if (usingR123) {
                uint32_t seq;
                char which;
                nrnran123_getseq((nrnran123_State*)_p_rng, &seq, &which);
                values[0] = (double)seq;
                values[1] = (double)which;
            }
        } else {
            if (usingR123) {
                nrnran123_setseq((nrnran123_State*)_p_rng, (uint32_t)values[0], (char)values[1]);
            }
        }
    }
ENDVERBATIM
}
