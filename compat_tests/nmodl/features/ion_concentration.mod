TITLE A concentration that is a STATE of the ion

NEURON { SUFFIX ion_concentration USEION ca READ cai, ica WRITE cai RANGE depth }
PARAMETER { depth = .1 decay = 5 }
ASSIGNED { v ica diam }
STATE { cai }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { cai' = -1e4*ica/(2*96485*depth) - (cai - 1e-4)/decay }
