: filling a TABLE sets a GLOBAL besides, whatever ran before INITIAL: a variable is played from t = 0, the table was called for
NEURON { SUFFIX table_sets_global RANGE g, minf, m GLOBAL factor, q NONSPECIFIC_CURRENT i }
PARAMETER { q = 2.3 }
ASSIGNED { v i g minf mtau factor celsius }
STATE { m }
INITIAL { looked(v) m = minf }
BREAKPOINT { SOLVE s METHOD cnexp g = factor*m*1e-4 i = g*(v + 70) }
DERIVATIVE s { looked(v) m' = (minf - m)/mtau }
PROCEDURE looked(v (mV)) { TABLE minf, mtau DEPEND celsius FROM -100 TO 100 WITH 150
 rates(v) }
PROCEDURE rates(v (mV)) { LOCAL a
 factor = q^((celsius - 6)/10) a = exp((v + 40)/9) minf = a/(1 + a) mtau = (1 + minf)/factor }
