NEURON { POINT_PROCESS electrode ELECTRODE_CURRENT i RANGE amp, freq }
PARAMETER { amp = .1 freq = .5 }
ASSIGNED { i }
BREAKPOINT { i = amp*sin(2*3.14159*freq*t) }
