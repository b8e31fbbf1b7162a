: Lists of Vectors, and objects, in C
NEURON { SUFFIX nothing }
VERBATIM
#ifndef NRN_VERSION_GTEQ_8_2_0
extern Object** hoc_objgetarg(int);
extern Object* ivoc_list_item(Object*, int);
extern int ivoc_list_count(Object*);
#endif
static int list_vector_px(Object* list, int k, double** px) {
    Object* item = ivoc_list_item(list, k);
    if (!item) { return -1; }
    *px = vector_vec((IvocVect*)item->u.this_pointer);
    return vector_capacity((IvocVect*)item->u.this_pointer);
}
static double vb_sum_of(void* vv) {
    double *mine, *x;
    int n = vector_instance_px(vv, &mine), i, j, m;
    Object* list = *(hoc_objgetarg(1));
    int count = ivoc_list_count(list);
    for (j = 0; j < n; j++) { mine[j] = 0; }
    for (i = 0; i < count; i++) {
        m = list_vector_px(list, i, &x);
        for (j = 0; j < m && j < n; j++) { mine[j] += x[j]; }
    }
    return count * 100. + list_vector_px(list, count, &x);
}
ENDVERBATIM
PROCEDURE vb_install_lists() {
VERBATIM
    install_vector_method("vb_sum_of", vb_sum_of);
ENDVERBATIM
}
FUNCTION vb_named() {
VERBATIM
    Object* ob = *hoc_objgetarg(1);
    return strlen(hoc_object_name(ob)) + (strcmp(ob->ctemplate->sym->name, "Vector") == 0) * 10;
ENDVERBATIM
}
