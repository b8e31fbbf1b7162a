NEURON { SUFFIX table_function RANGE a, b }
ASSIGNED { v a b }
BREAKPOINT {
    a = rate(v)
    b = rate(v*3)
}
FUNCTION rate(x) {
    TABLE FROM -100 TO 100 WITH 40
    rate = exp(x/30)
}
