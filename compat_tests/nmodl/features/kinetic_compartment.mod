NEURON { SUFFIX kinetic_compartment RANGE vol }
PARAMETER { vol = 2 }
STATE { inner outer bound }
INITIAL { inner = 1 outer = .2 bound = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT vol { inner bound }
    COMPARTMENT 5 { outer }
    ~ inner <-> outer (.3, .1)
    ~ inner <-> bound (.5, .2)
}
