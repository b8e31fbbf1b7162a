: a clamp whose current is read from a Vector at every step
NEURON { POINT_PROCESS VbWave  ELECTRODE_CURRENT i  RANGE i, scale }
PARAMETER { scale = 1 }
ASSIGNED { i (nA) space }
INITIAL { i = 0 }
BREAKPOINT {
VERBATIM
    IvocVect* wave = *((IvocVect**)(&space));
    if (wave) {
        int k = (int)(t * 10.0);
        i = (k >= 0 && k < vector_capacity(wave)) ? scale * vector_vec(wave)[k] : 0.0;
    } else {
        i = 0.0;
    }
ENDVERBATIM
}
PROCEDURE use() {
VERBATIM
    *((IvocVect**)(&space)) = ifarg(1) ? vector_arg(1) : (IvocVect*)0;
ENDVERBATIM
}
