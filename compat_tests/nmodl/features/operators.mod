NEURON { SUFFIX operators RANGE a, b, c, d, e, f, g }
ASSIGNED { v a b c d e f g }
BREAKPOINT {
    a = 2^3^2 + v - 3 - 4
    b = -v^2 + (-v)^3/1e3
    c = fabs(v)^.5 + 2^(v/20)
    d = v/7/3*2
    e = (v > -20) + 2*(v <= -20)
    f = -(-v) - -3
    g = 1.5e-3*v + .5 + 3.
}
