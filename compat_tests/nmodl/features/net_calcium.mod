TITLE An event that changes a concentration: NEURON passes over that

NEURON { POINT_PROCESS net_calcium USEION ca READ cai WRITE cai RANGE n }
ASSIGNED { v cai n }
INITIAL { n = 0 }
BREAKPOINT { }
NET_RECEIVE(w) {
    cai = cai + w
    n = n + 1
}
