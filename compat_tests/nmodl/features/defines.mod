NEURON { SUFFIX defines RANGE y, w }
DEFINE COUNT 4
DEFINE LAST 3
ASSIGNED { v y w[COUNT] }
BREAKPOINT {
    LOCAL sum
    FROM i = 0 TO LAST { w[i] = v + COUNT*i }
    y = w[LAST] + COUNT
}
