: information measures over Vectors: tables of tables, counts, logarithms
NEURON { SUFFIX vbent  GLOBAL verbose }
PARAMETER { verbose = 0 }
VERBATIM
static double** getdouble2D(int rows, int cols) {
    int i;
    double** pp = (double**)malloc(rows * sizeof(double*));
    double* pool = (double*)calloc(rows * cols, sizeof(double));
    if (!pp || !pool) return 0x0;
    for (i = 0; i < rows; i++) {
        pp[i] = pool;
        pool += cols;
    }
    return pp;
}
static void freedouble2D(double*** ppp) {
    double** pp = *ppp;
    free(pp[0]);
    free(pp);
    *ppp = 0;
}
static double* getprob(int* p, int len, int maxp) {
    double* d = (double*)calloc(maxp + 1, sizeof(double));
    int i;
    for (i = 0; i < len; i++) d[p[i]] += 1;
    for (i = 0; i <= maxp; i++) d[i] /= (double)len;
    return d;
}
static double entropy(void* vv) {
    double *x, *p, sum = 0;
    int n = vector_instance_px(vv, &x), i, most = 0;
    int* whole = (int*)malloc(sizeof(int) * n);
    for (i = 0; i < n; i++) {
        whole[i] = (int)x[i];
        if (whole[i] > most) most = whole[i];
    }
    p = getprob(whole, n, most);
    for (i = 0; i <= most; i++) if (p[i]) sum -= p[i] * log2(p[i]);
    free(whole);
    free(p);
    return sum;
}
static double mutual(void* vv) {
    double *x, *y, info = 0, **joint;
    int n = vector_instance_px(vv, &x), m = vector_arg_px(1, &y), i, j, bins = (int)*getarg(2);
    double px[16] = {0}, py[16];
    if (m < n) n = m;
    for (i = 0; i < 16; i++) py[i] = 0;
    joint = getdouble2D(bins, bins);
    for (i = 0; i < n; i++) {
        int a = (int)x[i] % bins, b = (int)y[i] % bins;
        joint[a][b]++;
        px[a] += 1;
        py[b] += 1;
    }
    for (i = 0; i < bins; ++i)
        for (j = 0; j < bins; ++j) {
            if (joint[i][j] <= 0) continue;
            info += joint[i][j] / n * log2(n * joint[i][j] / (px[i] * py[j]));
        }
    if (verbose > 0) printf("mutual %g over %d\n", info, n);
    freedouble2D(&joint);
    return info;
}
ENDVERBATIM
PROCEDURE install() {
VERBATIM
    install_vector_method("vb_entropy", entropy);
    install_vector_method("vb_mutual", mutual);
ENDVERBATIM
}
