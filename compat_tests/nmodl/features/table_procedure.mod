NEURON { SUFFIX table_procedure RANGE a, b GLOBAL shift }
PARAMETER { shift = 3 }
ASSIGNED { v celsius a b }
BREAKPOINT { rates(v) }
PROCEDURE rates(v) {
    LOCAL q
    TABLE a, b DEPEND shift, celsius FROM -90 TO 30 WITH 60
    q = 3^((celsius - 6.3)/10)
    a = q/(1 + exp(-(v + 40 + shift)/9))
    b = exp(v/60)
}
