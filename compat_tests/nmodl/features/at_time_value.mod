NEURON { POINT_PROCESS at_time_value RANGE n, switched }
ASSIGNED { v n switched }
INITIAL { n = 0  switched = 0 }
BREAKPOINT {
    if (at_time(1.5)) { n = n + 1 }
    switched = at_time(2.51) + at_time(3) + switched
}
