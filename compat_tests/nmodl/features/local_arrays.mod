NEURON { SUFFIX local_arrays RANGE s }
ASSIGNED { v s }
BREAKPOINT {
    LOCAL w[5], k
    k = 0
    while (k < 5) {
        w[k] = v*k
        k = k + 1
    }
    s = w[1] - w[4]*w[2]
}
