TITLE Reactions with several of a kind, and a state on both sides

NEURON { SUFFIX sparse_loop RANGE rate }
PARAMETER { rate = .8 }
STATE { e s es p }
INITIAL { e = .2 s = 1 es = 0 p = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    LOCAL k
    k = rate*2
    ~ e + s <-> es (k, .1)
    ~ es <-> e + p (.5, .02)
    ~ 2 p <-> s (.03, .01)
}
