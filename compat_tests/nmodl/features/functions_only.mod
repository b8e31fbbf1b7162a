TITLE SUFFIX nothing: functions without a mechanism

NEURON { SUFFIX nothing }
PARAMETER { factor = 3 }
FUNCTION tripled(x) { tripled = factor*x }
PROCEDURE remember(x) { factor = x }
