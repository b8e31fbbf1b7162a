TITLE A TABLE that the user switches off

NEURON { SUFFIX table_off RANGE a }
ASSIGNED { v a }
BREAKPOINT { a = rate(v) }
FUNCTION rate(x) {
    TABLE FROM -100 TO 100 WITH 10
    rate = exp(x/30)
}
