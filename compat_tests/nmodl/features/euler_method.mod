NEURON { SUFFIX euler_method }
ASSIGNED { v }
STATE { x z }
INITIAL { x = 1 z = 0 }
BREAKPOINT { SOLVE states METHOD euler }
DERIVATIVE states {
    x' = -x/2 + z*z/10
    z' = exp(v/30) - z
}
