: an artificial cell that fires at the times of a Vector kept by reference
NEURON { ARTIFICIAL_CELL VbPlayer }
ASSIGNED { index etime (ms) space }
INITIAL {
    index = 0
    element()
    if (index > 0) { net_send(etime - t, 1) }
}
NET_RECEIVE (w) {
    if (flag == 1) {
        net_event(t)
        element()
        if (index > 0) { net_send(etime - t, 1) }
    }
}
PROCEDURE element() {
VERBATIM
    int at = (int)index;
    if (at >= 0) {
        IvocVect* times = *((IvocVect**)(&space));
        if (times) {
            int n = vector_capacity(times);
            double* x = vector_vec(times);
            if (at < n) {
                etime = x[at];
                index += 1.;
            } else {
                index = -1.;
            }
        } else {
            index = -1.;
        }
    }
ENDVERBATIM
}
PROCEDURE play() {
VERBATIM
    IvocVect** held = (IvocVect**)(&space);
    *held = (IvocVect*)0;
    if (ifarg(1)) {
        *held = vector_arg(1);
    }
ENDVERBATIM
}
