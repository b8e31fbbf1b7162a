TITLE A FUNCTION_TABLE of one argument

NEURON { SUFFIX function_table_one RANGE y, z }
ASSIGNED { v y z }
STATE { m }
INITIAL { m = 0 }
BREAKPOINT {
    SOLVE states METHOD cnexp
    y = minf(v)
}
DERIVATIVE states { m' = (minf(v) - m)/tau(v) }
FUNCTION_TABLE minf(v (mV))
FUNCTION_TABLE tau(v (mV)) (ms)
