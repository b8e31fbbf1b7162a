TITLE A conservation law that the initial values break: the law wins, state by state

NEURON { SUFFIX conservation_user }
ASSIGNED { v }
STATE { a b c }
INITIAL { a = .5 b = .1 c = .1 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ a <-> b (exp(v/40), .2)
    ~ b <-> c (.4, .3)
    CONSERVE a + b + c = 1
}
