NEURON { SUFFIX linear_block RANGE k }
ASSIGNED { v k }
STATE { a b c }
BREAKPOINT { SOLVE equations }
LINEAR equations {
    k = exp(v/40)
    ~ a + b + c = 1
    ~ -k*a + 2*b = 0
    ~ b - 3*c = .1
}
