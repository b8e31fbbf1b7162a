NEURON { SUFFIX before_step RANGE n, seen }
ASSIGNED { v n seen }
STATE { x }
INITIAL { n = 0 x = 1 }
BEFORE STEP {
    n = n + 1
    seen = x + v
}
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { x' = -x/3 }
