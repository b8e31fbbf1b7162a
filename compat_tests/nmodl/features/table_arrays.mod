TITLE A TABLE with an array among its outputs

NEURON { SUFFIX table_arrays RANGE a, w }
ASSIGNED { v a w[3] }
BREAKPOINT { fill(v) }
PROCEDURE fill(x) {
    TABLE a, w FROM -100 TO 100 WITH 50
    a = x/10
    FROM i = 0 TO 2 { w[i] = exp(x/(20 + i)) }
}
