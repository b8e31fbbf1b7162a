TITLE A FUNCTION_TABLE of two arguments

NEURON { SUFFIX function_table_two RANGE y, k }
PARAMETER { k = .3 }
ASSIGNED { v y }
BREAKPOINT { y = surface(v, k) }
FUNCTION_TABLE surface(v, k)
