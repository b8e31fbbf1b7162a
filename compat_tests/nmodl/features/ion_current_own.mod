NEURON { SUFFIX ion_current_own USEION k READ ki, ko, ek, ik WRITE ik NONSPECIFIC_CURRENT il, extra RANGE gk, nernstk, lastik }
PARAMETER { gk = 1e-4 gl = 3e-5 }
ASSIGNED { v ek ki ko ik il extra nernstk lastik celsius }
BREAKPOINT {
 lastik = ik
 nernstk = (1000)*8.314*(celsius + 273.15)/96485*log(ko/ki)
 ik = gk*(v - ek)
 il = gl*(v + 54)
 extra = -il/3
}
