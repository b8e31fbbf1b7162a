NEURON { SUFFIX temperature RANGE q, fromt }
PARAMETER { celsius (degC) dt (ms) v (mV) }
ASSIGNED { q fromt }
BREAKPOINT {
    q = 3^((celsius - 6.3)/10)
    fromt = t/dt + v
}
