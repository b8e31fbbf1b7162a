TITLE Equations in the branches of IF

NEURON { SUFFIX cnexp_branch RANGE up }
ASSIGNED { v up }
STATE { x }
INITIAL { x = 0 }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states {
    if (v > -30) {
        up = 1
        x' = (1 - x)/2
    } else {
        up = 0
        x' = -x/6
    }
}
