TITLE Reads a global of another file

NEURON { SUFFIX external_global EXTERNAL shift_table_procedure RANGE y }
ASSIGNED { v y shift_table_procedure }
BREAKPOINT { y = shift_table_procedure*v }
