NEURON { POINT_PROCESS at_time_function ELECTRODE_CURRENT i RANGE onset, amp }
PARAMETER { onset = 1.5 amp = .2 }
ASSIGNED { i }
BREAKPOINT {
    at_time(onset)
    at_time(onset + 3)
    if (t >= onset && t < onset + 3) { i = amp } else { i = 0 }
}
