NEURON { SUFFIX implicit_coupled RANGE rate }
ASSIGNED { v rate }
STATE { prey hunter }
INITIAL { prey = 1 hunter = .5 }
BREAKPOINT { SOLVE states METHOD derivimplicit }
DERIVATIVE states {
    rate = .5 + v/400
    prey' = rate*prey - .6*prey*hunter
    hunter' = .4*prey*hunter - .3*hunter
}
