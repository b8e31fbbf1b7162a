TITLE Two conservation laws

NEURON { SUFFIX kinetic_two_sums }
STATE { ca pump capump buf cabuf }
INITIAL { ca = .1 pump = 1 capump = 0 buf = 2 cabuf = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ ca + pump <-> capump (3, .5)
    ~ ca + buf <-> cabuf (2, .7)
    ~ capump <-> pump (.4, .01)
    ~ ca << (.05)
    CONSERVE pump + capump = 1
    CONSERVE buf + cabuf = 2
}
