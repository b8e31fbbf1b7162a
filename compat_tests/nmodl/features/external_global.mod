: reads and writes what belongs to another file
NEURON { SUFFIX external_global RANGE seen EXTERNAL n_global_current }
ASSIGNED { v seen n_global_current }
BREAKPOINT { seen = n_global_current + v }
