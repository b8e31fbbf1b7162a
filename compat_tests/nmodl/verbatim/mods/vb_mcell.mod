: MCellRan4 from C
NEURON { SUFFIX nothing }
VERBATIM
static uint32_t vb_index = 12;
ENDVERBATIM
FUNCTION vb_ran4() {
VERBATIM
    return mcell_ran4a(&vb_index);
ENDVERBATIM
}
FUNCTION vb_ran4dbl(low) {
VERBATIM
    uint32_t high = 5;
    double sum = nrnRan4dbl(&high, (uint32_t)_llow);
    sum += nrnRan4dbl(&high, (uint32_t)_llow);
    return sum + high;
ENDVERBATIM
}
FUNCTION vb_ran4fill(n) {
VERBATIM
    double x[8];
    uint32_t high = 3;
    int k;
    double sum = 0;
    mcell_ran4(&high, x, (unsigned int)_ln, 2.0);
    for (k = 0; k < (int)_ln; ++k) sum += x[k] * (k + 1);
    return sum;
ENDVERBATIM
}
PROCEDURE vb_ran4init(low) {
VERBATIM
    mcell_ran4_init((uint32_t)_llow);
ENDVERBATIM
}
