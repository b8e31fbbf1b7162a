: all deviates of a Random123 stream
NEURON { POINT_PROCESS VbDeviates  RANGE a, b, c, d  POINTER rng }
ASSIGNED { a b c d rng }
INITIAL { a = 0 b = 0 c = 0 d = 0 }
NET_RECEIVE (w) {
VERBATIM
    nrnran123_State* r = (nrnran123_State*)_p_rng;
    if (r) {
        a += nrnran123_dblpick(r);
        b += nrnran123_negexp(r);
        c += nrnran123_normal(r);
        d += (double)(nrnran123_ipick(r) % 1000u);
    }
ENDVERBATIM
}
PROCEDURE stream(k1, k2) {
VERBATIM
    nrnran123_State** pv = (nrnran123_State**)(&_p_rng);
    *pv = nrnran123_newstream((uint32_t)_lk1, (uint32_t)_lk2);
    nrnran123_setseq(*pv, 7, 2);
ENDVERBATIM
}
