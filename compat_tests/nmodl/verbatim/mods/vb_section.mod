: which section is accessed
NEURON { SUFFIX nothing }
FUNCTION vb_section() {
VERBATIM
    Section* sec = chk_access();
    const char* name = secname(sec);
    double sum = 0;
    int k;
    for (k = 0; name[k]; k++) sum += name[k] * (k + 1);
    return sum;
ENDVERBATIM
}
