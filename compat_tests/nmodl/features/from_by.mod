TITLE Loops with BY, with bounds from values, and one that does nothing

NEURON { SUFFIX from_by RANGE total, sum, none }
DEFINE N 7
ASSIGNED { v total sum none w[N] }
BREAKPOINT {
    LOCAL top
    total = 0
    FROM i = 0 TO N-1 BY 3 { w[i] = i*v  total = total + w[i] }
    top = fabs(v)/20
    sum = 0
    FROM i = 1 TO top { sum = sum + i }
    none = 5
    FROM i = 3 TO 1 { none = 0 }
}
