: tables fill RANGE variables of the first instance on the way
NEURON { SUFFIX table_in_passing RANGE minf, mtau, aux, binf, other NONSPECIFIC_CURRENT i }
ASSIGNED { v i minf mtau aux binf other celsius }
STATE { m }
INITIAL { other = 3 rates(v) m = minf + aux/100 }
BREAKPOINT { SOLVE s METHOD cnexp i = 1e-5*m*(v + 10 + aux) other = other + 0.001*aux }
DERIVATIVE s { rates(v) m' = (minf - m)/mtau + 0.001*aux }
PROCEDURE rates(v (mV)) { LOCAL a
 TABLE minf, mtau DEPEND celsius FROM -100 TO 100 WITH 200
 a = exp(v/20) aux = 5 + a minf = a/(1 + a) mtau = 1 + half(minf) }
FUNCTION half(x) { binf = x/2 half = x/2 }
