: a point process that writes what happens to it into a Vector
NEURON { POINT_PROCESS VbLog  RANGE n }
ASSIGNED { n space }
INITIAL { n = 0 }
NET_RECEIVE (w) {
    n = n + 1
VERBATIM
    IvocVect* log = *((IvocVect**)(&space));
    if (log) {
        int size = vector_capacity(log);
        vector_resize(log, size + 2);
        double* x = vector_vec(log);
        x[size] = t;
        x[size + 1] = _args[0] * 10;
    }
ENDVERBATIM
}
PROCEDURE into() {
VERBATIM
    *((IvocVect**)(&space)) = vector_arg(1);
ENDVERBATIM
}
