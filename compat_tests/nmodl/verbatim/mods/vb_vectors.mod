: methods of Vector
NEURON { SUFFIX nothing }
PARAMETER { VB_INSTALLED = 0  VB_SCALE = 2 }
VERBATIM
extern int hoc_return_type_code;
static double vb_dot(void* vv) {
    double *x, *y, sum = 0;
    int nx = vector_instance_px(vv, &x);
    int ny = vector_arg_px(1, &y);
    int k;
    if (nx != ny) {
        hoc_execerror("vb_dot: sizes differ", 0);
    }
    for (k = 0; k < nx; k++) { sum += x[k] * y[k]; }
    return sum * VB_SCALE;
}
static double vb_smooth(void* vv) {
    double* x;
    int n = vector_instance_px(vv, &x), k;
    double last = x[0], w = ifarg(1) ? *getarg(1) : 0.5;
    for (k = 1; k < n; ++k) {
        x[k] = last = w * x[k] + (1 - w) * last;
    }
    return n;
}
static double vb_even(void* vv) {
    double *x, *y;
    int n, m = 0, k;
    IvocVect* target = vector_arg(1);
    n = vector_instance_px(vv, &x);
    vector_resize(target, n);
    y = vector_vec(target);
    for (k = 0; k < n; k += 2) y[m++] = x[k];
    vector_resize(target, m);
    return m;
}
static double vb_first(void* vv) {
    double* x;
    int n = vector_instance_px(vv, &x), k;
    double wanted = chkarg(1, -1e9, 1e9);
    hoc_return_type_code = 1;
    for (k = 0; k < n; k++) {
        if (x[k] >= wanted) return k;
    }
    return -1;
}
static double vb_any(void* vv) {
    IvocVect* v = (IvocVect*)vv;
    double* x = vector_vec(v);
    int k = vector_capacity(v);
    hoc_return_type_code = 2;
    while (k-- > 0) if (*x++ > 0) return 1;
    return 0;
}
static int by_size(const void* a, const void* b) {
    double x = *(const double*)a, y = *(const double*)b;
    return x < y ? -1 : x > y;
}
static double vb_median(void* vv) {
    double *x, *copy, result;
    int n = vector_instance_px(vv, &x);
    copy = (double*)malloc(n * sizeof(double));
    memcpy(copy, x, n * sizeof(double));
    qsort(copy, n, sizeof(double), by_size);
    result = n % 2 ? copy[n / 2] : (copy[n / 2 - 1] + copy[n / 2]) / 2;
    free(copy);
    return result;
}
ENDVERBATIM
PROCEDURE vb_install() {
    if (VB_INSTALLED == 1) {
        printf("already there\n")
    } else {
        VB_INSTALLED = 1
VERBATIM
        install_vector_method("vb_dot", vb_dot);
        install_vector_method("vb_smooth", vb_smooth);
        install_vector_method("vb_even", vb_even);
        install_vector_method("vb_first", vb_first);
        install_vector_method("vb_any", vb_any);
        install_vector_method("vb_median", vb_median);
ENDVERBATIM
    }
}
