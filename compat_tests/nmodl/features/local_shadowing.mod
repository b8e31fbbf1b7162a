TITLE Locals and arguments that hide variables of the file

NEURON { SUFFIX local_shadowing RANGE x, y, z }
ASSIGNED { v x y z }
INITIAL { x = 1 y = 2 z = 3 }
BREAKPOINT {
    LOCAL x
    x = v
    y = twice(x)
    if (v > -50) {
        LOCAL y
        y = 100
        z = y + x
    }
}
FUNCTION twice(z) {
    LOCAL twofold
    twofold = 2
    twice = twofold*z
    z = 77
}
