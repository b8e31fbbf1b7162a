: C pointers walk over arrays of NMODL
NEURON { SUFFIX c_pointer_into_array RANGE w, sum, mx }
DEFINE N 6
ASSIGNED { v w[N] sum mx }
INITIAL { FROM k = 0 TO N-1 { w[k] = k*k - 4*k } }
BREAKPOINT { mix(v) }
PROCEDURE mix(x) {
VERBATIM
 double* p = &(w[0]); double *end = p + 6; double s = 0., best = -1e9;
 while (p < end) { *p = *p * 0.99 + _lx * 0.01; s += *p; if (*p > best) best = *p; p++; }
 sum = s; mx = best;
ENDVERBATIM
}
