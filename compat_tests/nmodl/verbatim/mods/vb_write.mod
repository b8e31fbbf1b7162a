: writes files, as text and as bytes
NEURON { SUFFIX nothing }
PROCEDURE vb_write() {
VERBATIM
    FILE* f = fopen(gargstr(1), "w");
    int k;
    for (k = 0; k < (int)*getarg(2); k++) {
        fprintf(f, "%d %5.2f %g %e|%-6s|%06d|%+d %x %c%%\n", k, k * 1.5, k / 7.0, k * 1e-9, "ab", k * k, -k, 255 + k, 'a' + k);
    }
    fputs("end\n", f);
    fclose(f);
ENDVERBATIM
}
FUNCTION vb_bytes() {
VERBATIM
    double x[5], y[5], sum = 0;
    int n[3] = {3, -1, 70000}, m[3];
    int k;
    FILE* f;
    for (k = 0; k < 5; ++k) x[k] = 1.0 / (k + 1);
    f = fopen(gargstr(1), "wb");
    fwrite(n, sizeof(int), 3, f);
    fwrite(x, sizeof(double), 5, f);
    fclose(f);
    f = fopen(gargstr(1), "rb");
    if ((int)fread(m, sizeof(int), 3, f) != 3) return -1;
    fseek(f, 12 + 8, SEEK_SET);
    k = (int)fread(y, sizeof(double), 5, f);
    sum = y[0] + y[3] * 10 + k * 100 + m[2] + ftell(f) * 1e6;
    if (feof(f)) sum += 0.5;
    fclose(f);
    return sum;
ENDVERBATIM
}
