NEURON { POINT_PROCESS discontinuity NONSPECIFIC_CURRENT i }
ASSIGNED { v i }
STATE { a b }
INITIAL { a = 0 b = 0 }
BREAKPOINT { SOLVE states METHOD cnexp i = (b - a)*v }
DERIVATIVE states {
    a' = -a/.5
    b' = -b/3
}
NET_RECEIVE(w) {
    state_discontinuity(a, a + w)
    state_discontinuity(b, b + w)
}
