TITLE Linear kinetic scheme of a channel with voltage-dependent rates

NEURON {
    SUFFIX markov
    NONSPECIFIC_CURRENT i
    RANGE g, i, open
}

PARAMETER {
    g = 0.001
}

ASSIGNED {
    v
    i
    open
    up
    down
}

STATE {
    c1
    c2
    o1
    in1
}

INITIAL {
    SOLVE gating STEADYSTATE sparse
}

BREAKPOINT {
    SOLVE gating METHOD sparse
    open = o1
    i = g*o1*(v + 20)
}

KINETIC gating {
    rates(v)
    ~ c1 <-> c2 (2*up, down)
    ~ c2 <-> o1 (up, 2*down)
    ~ o1 <-> in1 (0.3, 0.01)
    CONSERVE c1 + c2 + o1 + in1 = 1
}

PROCEDURE rates(u) {
    up = exp((u + 20)/15)
    down = exp(-(u + 30)/20)
}
