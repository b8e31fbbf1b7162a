: arguments of every kind
NEURON { SUFFIX nothing }
FUNCTION vb_kinds() {
VERBATIM
    double code = 0;
    int k;
    for (k = 1; ifarg(k); ++k) {
        code *= 10;
        if (hoc_is_double_arg(k)) code += 1;
        else if (hoc_is_str_arg(k)) code += 2;
        else if (hoc_is_pdouble_arg(k)) code += 3;
        else if (is_vector_arg(k)) code += 4;
        else if (hoc_is_object_arg(k)) code += 5;
    }
    return code;
ENDVERBATIM
}
FUNCTION vb_checked() {
VERBATIM
    return chkarg(1, 0., 10.) + (ifarg(2) ? chkarg(2, -1., 1.) : 0.5);
ENDVERBATIM
}
FUNCTION vb_words() {
VERBATIM
    char joined[100];
    if (strcmp(gargstr(1), "sum") == 0) {
        return *getarg(2) + *getarg(3);
    } else if (!strncmp(gargstr(1), "prod", 3)) {
        return (*getarg(2)) * (*hoc_getarg(3));
    }
    strcpy(joined, gargstr(1));
    strcat(joined, "-tail");
    return (double)strlen(joined) + (strchr(joined, '-') - joined) * 100;
ENDVERBATIM
}
PROCEDURE vb_swap() {
VERBATIM
    double* a = hoc_pgetarg(1);
    double* b = hoc_pgetarg(2);
    double c = *a;
    *a = *b;
    *b = c * 2;
ENDVERBATIM
}
