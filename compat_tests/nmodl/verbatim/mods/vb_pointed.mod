: the same through a POINTER, counting references as NEURON's own file does
NEURON { THREADSAFE ARTIFICIAL_CELL VbPointed  BBCOREPOINTER ptr }
ASSIGNED { index etime (ms) ptr }
INITIAL {
    index = 0
    element()
    if (index > 0) { net_send(etime - t, 1) }
}
NET_RECEIVE (w) {
    if (flag == 1) {
        net_event(t)
        element()
        if (index > 0) {
            if (etime < t) { printf("out of order %g\n", etime) } else { net_send(etime - t, 1) }
        }
    }
}
DESTRUCTOR {
VERBATIM
#if !NRNBBCORE
    IvocVect* held = (IvocVect*)(_p_ptr);
    if (held) { hoc_obj_unref(*vector_pobj(held)); }
#endif
ENDVERBATIM
}
PROCEDURE element() {
VERBATIM
    const int at = (int)index;
    IvocVect* const times = (IvocVect*)(_p_ptr);
    if (at < 0 || times == NULL) {
        index = -1;
        return 0;
    }
    if (at < vector_capacity(times)) {
        etime = vector_vec(times)[at];
        index += 1;
        return 0;
    }
    index = -1;
ENDVERBATIM
}
PROCEDURE play() {
VERBATIM
#if !NRNBBCORE
    IvocVect** slot = (IvocVect**)(&_p_ptr);
    IvocVect* next = nullptr;
    if (ifarg(1)) {
        next = vector_arg(1);
        hoc_obj_ref(*vector_pobj(next));
    }
    if (*slot) { hoc_obj_unref(*vector_pobj(*slot)); }
    *slot = next;
#endif
ENDVERBATIM
}
VERBATIM
static void bbcore_write(double* xs, int* is, int* xo, int* io, _threadargsproto_) {
    int n = _p_ptr ? vector_capacity((IvocVect*)_p_ptr) : 0;
    if (is) { is[*io] = n; }
    *io += 1;
    *xo += n;
}
static void bbcore_read(double* xs, int* is, int* xo, int* io, _threadargsproto_) {
    *io += 1;
}
ENDVERBATIM
