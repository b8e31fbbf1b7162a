TITLE Variables that no list names

NEURON { SUFFIX hidden_variables RANGE y }
PARAMETER { a = 2 b = 3 }
ASSIGNED { v y hidden }
BREAKPOINT {
    hidden = a*v
    y = hidden + b
}
