TITLE Rates that are sums without parentheses: the reactants multiply the last term only

NEURON { SUFFIX kinetic_open_rates RANGE k }
PARAMETER { k = .3 }
ASSIGNED { v }
STATE { a b c d }
INITIAL { a = 1  b = .2 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ a <-> b (k + .1*exp(v/60), (k + .05))
    ~ 2 b + c <-> d (.2 - k, -k + .5*2)
    ~ c <-> d ((k) + (.1), k > .2)
    ~ d -> (.1 + k)
}
