TITLE A LINEAR block with a loop and an array

NEURON { SUFFIX linear_loop }
DEFINE N 3
ASSIGNED { v }
STATE { x[N] z }
BREAKPOINT { SOLVE equations METHOD simeq }
LINEAR equations {
    FROM i = 0 TO N-1 {
        ~ x[i]*(2 + i) - z = v/100
    }
    ~ x[0] + x[2] + z = 1
}
