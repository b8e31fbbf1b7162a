: sample entropy of a Vector
NEURON { SUFFIX nothing }
VERBATIM
static void counts(double* y, int mm, double r, int n, double* a, double* b) {
    long* run = (long*)calloc(n, sizeof(long));
    long* lastrun = (long*)calloc(n, sizeof(long));
    int i, j, jj, m, m1;
    long nj;
    double y1;
    for (i = 0; i < n - 1; i++) {
        nj = n - i - 1;
        y1 = y[i];
        for (jj = 0; jj < nj; jj++) {
            j = jj + i + 1;
            if (((y[j] - y1) < r) && ((y1 - y[j]) < r)) {
                run[jj] = lastrun[jj] + 1;
                m1 = mm < run[jj] ? mm : (int)run[jj];
                for (m = 0; m < m1; m++) {
                    a[m]++;
                    if (j < n - 1) b[m]++;
                }
            } else
                run[jj] = 0;
        }
        for (j = 0; j < nj; j++) lastrun[j] = run[j];
    }
    free(run);
    free(lastrun);
}
static double vb_sampen(void* vv) {
    double *x, a[8] = {0}, b[8] = {0};
    int n = vector_instance_px(vv, &x);
    int m = (int)*getarg(1);
    counts(x, m + 1, *getarg(2), n, a, b);
    if (a[m] == 0 || b[m - 1] == 0) return -1;
    return -log(a[m] / b[m - 1]);
}
ENDVERBATIM
PROCEDURE vb_install_sampen() {
VERBATIM
    install_vector_method("vb_sampen", vb_sampen);
ENDVERBATIM
}
