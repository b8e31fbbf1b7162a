: braces of C around NMODL
NEURON { POINT_PROCESS VbMixed  RANGE a, n, last }
ASSIGNED { a n last }
INITIAL { a = 0 n = 0 last = -1 }
NET_RECEIVE (w, extra, count) { LOCAL k
    INITIAL { extra = w * 2  count = 0 }
    k = n + 1
VERBATIM
    if (_lk < 3 || _args[0] > 0.25) {
        double step = 0.5;
ENDVERBATIM
        a = a + w * extra
        FROM j = 0 TO 2 {
            a = a + j
        }
VERBATIM
        a += step;
    } else {
        last = t;
    }
    _args[2] += 1;
    if (_lflag == 1) { last = -t; return; }
    if (_lk == 2) {
        net_send(_tqitem, _args, _pnt, t + 1.5, 1.0);
    }
ENDVERBATIM
    n = k
    if (n > 100) { net_send(1, 1) }
}
