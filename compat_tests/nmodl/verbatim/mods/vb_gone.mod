: C that runs when an instance comes and when it goes
NEURON { POINT_PROCESS VbGone  RANGE id, lambda, is  GLOBAL gone  POINTER store }
VERBATIM
static int n_alive = 0, n_made = 0;
typedef struct { double* values; int n; } Store;
ENDVERBATIM
PARAMETER { is = 3 }
ASSIGNED { id gone lambda store }
CONSTRUCTOR {
VERBATIM
    Store* made = (Store*)malloc(sizeof(Store));
    made->n = (int)is;
    made->values = (double*)malloc(3 * sizeof(double));
    made->values[0] = 0.5;
    _p_store = (double*)(void*)made;
    n_alive++;
    id = ++n_made;
ENDVERBATIM
}
DESTRUCTOR {
VERBATIM
    Store* kept = (Store*)(_p_store);
    if (kept) {
        printf("gone: %g after %g, %d alive\n", id, kept->values[0], --n_alive);
        free(kept->values);
        free(kept);
    }
ENDVERBATIM
    gone = gone + id
}
INITIAL { lambda = is }
BREAKPOINT { lambda = lambda + is*dt   keep() }
PROCEDURE keep() {
VERBATIM
    static double in = 0.25;
    ((Store*)(_p_store))->values[0] += in * lambda;
ENDVERBATIM
}
FUNCTION alive() {
VERBATIM
    return n_alive;
ENDVERBATIM
}
