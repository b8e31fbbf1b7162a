NEURON { SUFFIX geometry RANGE a, d }
ASSIGNED { v diam area a d }
INITIAL { d = diam*2 }
BREAKPOINT { a = area + diam*v }
