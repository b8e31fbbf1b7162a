TITLE several  SOLVEs  and  a  conductance hint
NEURON { SUFFIX conductance_local USEION na READ ena WRITE ina USEION k READ ek WRITE ik RANGE gn, gk, g2 NONSPECIFIC_CURRENT il }
PARAMETER { gn = 0.01 gk = 0.005 }
ASSIGNED { v ena ek ina ik il g2 minf }
STATE { m n q1 q2 }
INITIAL { m = 0.1 n = 0.3 q1 = 1 q2 = 0 minf = 0 }
BREAKPOINT { LOCAL gg
 SOLVE ode METHOD cnexp
 SOLVE kin METHOD sparse
 gg = gn*m^3
 g2 = gk*n^4
 CONDUCTANCE gg USEION na
 CONDUCTANCE g2 USEION k
 ina = gg*(v - ena)
 ik = g2*(v - ek)
 il = 1e-4*(v + 50)*q2 }
DERIVATIVE ode { minf = 1/(1 + exp(-(v + 35)/6)) m' = (minf - m)/0.3 n' = 0.1*(1 - n) - 0.05*n }
KINETIC kin { ~ q1 <-> q2 (0.5*m, 0.2) }
