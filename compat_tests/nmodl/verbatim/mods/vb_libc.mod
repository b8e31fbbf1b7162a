: the C library's generators
NEURON { SUFFIX nothing }
FUNCTION vb_drand() {
VERBATIM
    return drand48();
ENDVERBATIM
}
PROCEDURE vb_srand48(k) {
VERBATIM
    srand48((long)_lk);
ENDVERBATIM
}
FUNCTION vb_lrand() {
VERBATIM
    return (double)lrand48() + (double)mrand48() / 7;
ENDVERBATIM
}
FUNCTION vb_rand() {
VERBATIM
    return rand() + (double)random() / RAND_MAX;
ENDVERBATIM
}
PROCEDURE vb_srand(k) {
VERBATIM
    srand((unsigned int)_lk);
ENDVERBATIM
}
