TITLE An ion of its own, with a valence

NEURON { SUFFIX ion_new USEION mg READ emg WRITE img VALENCE 2 RANGE g }
PARAMETER { g = 1e-4 }
ASSIGNED { v emg img }
BREAKPOINT { img = g*(v - emg) }
