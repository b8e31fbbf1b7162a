TITLE A FUNCTION_TABLE that is one number, and one with even steps

NEURON { SUFFIX function_table_constant RANGE y, z }
ASSIGNED { v y z }
BREAKPOINT {
    y = level(v)
    z = even(v)
}
FUNCTION_TABLE level(v)
FUNCTION_TABLE even(v)
