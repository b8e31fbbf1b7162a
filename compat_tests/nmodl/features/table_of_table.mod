: a procedure with a table calls another with a table, declared before
NEURON { SUFFIX table_of_table RANGE ainf, binf, btau NONSPECIFIC_CURRENT i }
ASSIGNED { v i ainf binf btau }
STATE { a b }
INITIAL { binf = 0.5 btau = 3 first(v) a = ainf b = binf }
BREAKPOINT { SOLVE s METHOD cnexp i = 1e-5*a*b*v }
DERIVATIVE s { first(v) a' = (ainf - a)/2 b' = (binf - b)/btau }
PROCEDURE second(v) { TABLE binf, btau FROM -120 TO 60 WITH 45
 binf = 1/(1 + exp((v + 55)/8)) btau = 4 - 3*binf }
PROCEDURE first(v (mV)) { TABLE ainf FROM -120 TO 60 WITH 90
 second(v) ainf = 1/(1 + exp(-(v + 40)/7)) + binf/10 }
