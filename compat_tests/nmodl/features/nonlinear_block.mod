NEURON { SUFFIX nonlinear_block }
ASSIGNED { v }
STATE { x z }
INITIAL { x = 1 z = 1 }
BREAKPOINT { SOLVE equations }
NONLINEAR equations {
    ~ x*x + z = 3 + v/100
    ~ x + z*z*z = 2
}
