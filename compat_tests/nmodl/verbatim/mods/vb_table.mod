: a table read from a file into memory that C keeps
NEURON { SUFFIX nothing }
VERBATIM
static double* table_x = 0;
static double* table_y = 0;
static int table_n = 0;
static int read_pair(FILE* f, double* x, double* y) {
    return fscanf(f, "%lf %lf", x, y) == 2;
}
ENDVERBATIM
FUNCTION vb_read() {
VERBATIM
    FILE* f;
    char line[80];
    double x, y;
    int room = 4;
    f = fopen(gargstr(1), "r");
    if (!f) {
        hoc_execerror("can't open", gargstr(1));
    }
    table_n = 0;
    table_x = (double*)realloc(table_x, room * sizeof(double));
    table_y = (double*)realloc(table_y, room * sizeof(double));
    if (fgets(line, 80, f) == NULL || line[0] != '#') { rewind(f); }
    while (read_pair(f, &x, &y)) {
        if (table_n == room) {
            room *= 2;
            table_x = (double*)realloc(table_x, room * sizeof(double));
            table_y = (double*)realloc(table_y, room * sizeof(double));
        }
        table_x[table_n] = x;
        table_y[table_n++] = y;
    }
    fclose(f);
    _lvb_read = table_n;
ENDVERBATIM
}
FUNCTION vb_lookup(x) {
VERBATIM
    int low = 0, high = table_n - 1, middle;
    if (table_n == 0) return -1e9;
    if (_lx <= table_x[0]) return table_y[0];
    if (_lx >= table_x[high]) return table_y[high];
    while (high - low > 1) {
        middle = (low + high) / 2;
        if (table_x[middle] > _lx) high = middle; else low = middle;
    }
    _lvb_lookup = table_y[low] + (table_y[high] - table_y[low]) * (_lx - table_x[low]) / (table_x[high] - table_x[low]);
ENDVERBATIM
}
