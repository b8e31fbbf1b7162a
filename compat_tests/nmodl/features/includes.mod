NEURON { SUFFIX includes RANGE y, k }
PARAMETER { k = 2 }
ASSIGNED { v y }
INCLUDE "included.inc"
BREAKPOINT { y = scaled(v) }
