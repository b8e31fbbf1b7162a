TITLE A FUNCTION that sets variables, called in expressions

NEURON { SUFFIX side_effects RANGE n, y, z }
ASSIGNED { v n y z }
BREAKPOINT {
    n = 0
    y = counted(v) + counted(2*v)*n
    z = n
}
FUNCTION counted(x) {
    n = n + 1
    counted = x*n
}
