NEURON { SUFFIX pointer_read POINTER source RANGE y }
ASSIGNED { v source y }
BREAKPOINT { y = 2*source }
