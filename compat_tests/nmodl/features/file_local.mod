TITLE LOCAL at file level: shared by all instances

NEURON { SUFFIX file_local RANGE y }
ASSIGNED { v y }
LOCAL q, table[3]
INITIAL {
    q = 3^((20 - 6.3)/10)
    FROM i = 0 TO 2 { table[i] = i*i }
}
BREAKPOINT { y = q*v + table[2] }
