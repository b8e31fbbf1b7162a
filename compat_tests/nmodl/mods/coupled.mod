TITLE Coupled nonlinear equations by derivimplicit

NEURON {
    SUFFIX coupled
    RANGE a, xs, ys, zs
}

PARAMETER {
    a = 1.5
}

ASSIGNED {
    v
}

STATE {
    xs
    ys
    zs
}

INITIAL {
    xs = 0.5
    ys = 1
    zs = 0.1
}

BREAKPOINT {
    SOLVE fast METHOD derivimplicit
}

DERIVATIVE fast {
    LOCAL drive
    drive = 0.01*(v + 80)
    xs' = a + drive - 4*xs + xs*xs*ys - xs
    ys' = 3*xs - xs*xs*ys
    zs' = 0.1*(xs - zs)
}
