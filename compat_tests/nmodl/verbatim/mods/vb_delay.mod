: a delay line in memory that C allocates, read and written at every step
NEURON { SUFFIX vbdelay  NONSPECIFIC_CURRENT i  RANGE n, past, i  POINTER line }
PARAMETER { n = 20 }
ASSIGNED { v (mV) i (mA/cm2) past (mV) line }
VERBATIM
typedef struct { int size; int at; double* x; } Line;
ENDVERBATIM
INITIAL {
VERBATIM
    Line* l = (Line*)malloc(sizeof(Line));
    int k;
    l->size = (int)n;
    l->at = 0;
    l->x = (double*)malloc(l->size * sizeof(double));
    for (k = 0; k < l->size; k++) l->x[k] = v;
    *((Line**)(&_p_line)) = l;
ENDVERBATIM
    past = v
}
BREAKPOINT { SOLVE push  i = 1e-4 * (v - past) }
PROCEDURE push() {
VERBATIM
    Line* l = *((Line**)(&_p_line));
    past = l->x[l->at];
    l->x[l->at] = v;
    if (++l->at >= l->size) l->at = 0;
ENDVERBATIM
}
