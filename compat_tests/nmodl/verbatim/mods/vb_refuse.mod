: C that refuses
NEURON { POINT_PROCESS VbRefuse  RANGE limit }
PARAMETER { limit = 3 }
ASSIGNED { n }
INITIAL { n = 0 }
NET_RECEIVE (w) {
    n = n + 1
VERBATIM
    if (n > limit) { hoc_execerror("VbRefuse:", "too many events"); }
ENDVERBATIM
}
FUNCTION root(x) {
VERBATIM
    if (_lx < 0) { hoc_execerror("root of a negative number", 0); }
    _lroot = sqrt(_lx);
ENDVERBATIM
}
