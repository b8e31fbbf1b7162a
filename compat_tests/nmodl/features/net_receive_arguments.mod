TITLE Several weights, written back, with INITIAL inside NET_RECEIVE

NEURON { POINT_PROCESS net_receive_arguments NONSPECIFIC_CURRENT i RANGE last, sum }
ASSIGNED { v i last sum }
STATE { g }
INITIAL { g = 0 last = 0 sum = 0 }
BREAKPOINT { SOLVE states METHOD cnexp i = g*v }
DERIVATIVE states { g' = -g/3 }
NET_RECEIVE(w, u, r, tsyn (ms)) {
    INITIAL { u = .5 r = 1 tsyn = t }
    u = u + .1*(1 - u)*exp(-(t - tsyn)/10)
    r = 1 - (1 - r)*exp(-(t - tsyn)/20)
    g = g + w*u*r
    r = r*(1 - u)
    last = t - tsyn
    tsyn = t
    sum = sum + r
}
