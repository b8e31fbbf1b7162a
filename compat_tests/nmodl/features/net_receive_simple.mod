NEURON { POINT_PROCESS net_receive_simple NONSPECIFIC_CURRENT i RANGE tau, n }
PARAMETER { tau = 2 }
ASSIGNED { v i n }
STATE { g }
INITIAL { g = 0 n = 0 }
BREAKPOINT { SOLVE states METHOD cnexp i = g*v }
DERIVATIVE states { g' = -g/tau }
NET_RECEIVE(weight (uS)) {
    g = g + weight
    n = n + 1
}
