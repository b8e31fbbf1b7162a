NEURON { POINT_PROCESS range_arrays RANGE w, total, k }
DEFINE N 4
PARAMETER { k = 1 }
ASSIGNED { v total w[N] }
STATE { x[N] }
INITIAL { FROM i = 0 TO N-1 { x[i] = w[i] } }
BREAKPOINT {
    SOLVE decay METHOD sparse
    total = 0
    FROM i = 0 TO N-1 { total = total + x[i]*v }
}
KINETIC decay {
    FROM i = 0 TO N-1 { ~ x[i] << (-x[i]/(1 + i)) }
}
