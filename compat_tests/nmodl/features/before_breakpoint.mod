NEURON { SUFFIX before_breakpoint NONSPECIFIC_CURRENT i RANGE n, seen }
ASSIGNED { v i n seen }
INITIAL { n = 0 }
BEFORE BREAKPOINT {
    n = n + 1
    seen = v + t
}
BREAKPOINT { i = 1e-5*(v + seen) }
