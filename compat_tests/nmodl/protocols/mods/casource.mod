TITLE A current of calcium that follows the voltage, for mechanisms that read one

NEURON {
    SUFFIX casource
    USEION ca WRITE ica
    RANGE g
}

UNITS {
    (mA) = (milliamp)
    (mV) = (millivolt)
    (S) = (siemens)
}

PARAMETER {
    g = 1e-5 (S/cm2)
}

ASSIGNED {
    v (mV)
    ica (mA/cm2)
}

BREAKPOINT {
    ica = g*(v - 120)
}
