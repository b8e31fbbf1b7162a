TITLE A reaction that goes one way, and a flux

NEURON { SUFFIX kinetic_one_way RANGE flux }
ASSIGNED { v flux }
STATE { a b }
INITIAL { a = 1 b = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    ~ a -> (.7)
    ~ b -> (.1)
    ~ a << (exp(v/40)/10)
    flux = f_flux - b_flux
}
