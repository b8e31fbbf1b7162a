TITLE BREAKPOINT without a current: its statements follow the states

NEURON { SUFFIX state_only RANGE twice, late }
ASSIGNED { v twice late }
STATE { x }
INITIAL { x = 1 }
BREAKPOINT {
    SOLVE states METHOD cnexp
    twice = 2*x
    late = v + t
}
DERIVATIVE states { x' = -x/2 }
