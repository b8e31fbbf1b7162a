: the time of the last event, which C knows as _tsav
NEURON { POINT_PROCESS VbSince  RANGE since, gap, n, hidden  NONSPECIFIC_CURRENT i }
ASSIGNED { v (mV) i (nA) since (ms) gap (ms) n hidden }
INITIAL { since = 0  gap = 0  n = 0  hidden = 0 }
BREAKPOINT {
VERBATIM
    since = _tsav < 0. ? -1. : t - _tsav;
ENDVERBATIM
    i = 0.001*since
}
NET_RECEIVE (w, last (ms)) {
    INITIAL { last = -5 }
VERBATIM
    n += 1.;
    gap = _tsav - _args[1];
    _args[1] = _tsav;
    hidden += _lflag + past(_threadargscomma_ 1.);
ENDVERBATIM
    if (flag == 0) { net_send(0.75, 2) }
}
FUNCTION past(x) {
VERBATIM
    static double sum = 0;
    sum += _tsav * _lx;
    return sum;
ENDVERBATIM
}
