TITLE What a reaction carried in each direction

NEURON { SUFFIX kinetic_fluxes RANGE forth, back }
ASSIGNED { v forth back }
STATE { a b }
INITIAL { a = 1 b = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ a <-> b (exp(v/40), .3)
    forth = f_flux
    back = b_flux
}
