TITLE A NONLINEAR block by newton, with an array

NEURON { SUFFIX nonlinear_newton }
ASSIGNED { v }
STATE { x[2] }
INITIAL { x[0] = 1 x[1] = 1 }
BREAKPOINT { SOLVE equations METHOD newton }
NONLINEAR equations {
    ~ exp(x[0]) + x[1] = 3 + v/100
    ~ x[0] + x[1]*x[1] = 2
}
