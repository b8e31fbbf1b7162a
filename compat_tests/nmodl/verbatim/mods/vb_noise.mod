: an artificial cell with intervals from an h.Random, as old NetStims have them
NEURON { ARTIFICIAL_CELL VbNoise  RANGE interval, number, start, noise  POINTER donotuse }
PARAMETER { interval = 10 (ms) number = 10 start = 5 (ms) noise = 1 }
ASSIGNED { ispike event (ms) on donotuse }
VERBATIM
#if NRNBBCORE
#include "nrnran123.h"
#endif
ENDVERBATIM
INITIAL {
    on = 0
    ispike = 0
    if (start >= 0 && number > 0) {
        on = 1
        event = start + invl(interval) - interval * (1. - noise)
        if (event < 0) { event = 0 }
        net_send(event, 3)
    }
}
FUNCTION invl(mean (ms)) (ms) {
    if (mean <= 0.) { mean = .01 (ms) }
    if (noise == 0) { invl = mean } else { invl = (1. - noise) * mean + noise * mean * erand() }
}
VERBATIM
double nrn_random_pick(Rand* r);
Rand* nrn_random_arg(int argpos);
ENDVERBATIM
FUNCTION erand() {
VERBATIM
    if (_p_donotuse) {
        /* the Random has been set to negexp(1) */
        _lerand = nrn_random_pick((Rand*)_p_donotuse);
    } else {
ENDVERBATIM
        erand = exprand(1)
VERBATIM
    }
ENDVERBATIM
}
PROCEDURE noiseFromRandom() {
VERBATIM
    {
        Rand** pv = (Rand**)(&_p_donotuse);
        if (ifarg(1)) {
            *pv = nrn_random_arg(1);
        } else {
            *pv = (Rand*)0;
        }
    }
ENDVERBATIM
}
PROCEDURE next_invl() {
    if (number > 0) { event = invl(interval) }
    if (ispike >= number) { on = 0 }
}
NET_RECEIVE (w) {
    if (flag == 3) {
        if (on == 1) { net_send(0, 1) }
    }
    if (flag == 1 && on == 1) {
        ispike = ispike + 1
        net_event(t)
        next_invl()
        if (on == 1) { net_send(event, 1) }
    }
}
