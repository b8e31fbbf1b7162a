TITLE several INITIAL and BREAKPOINT blocks: one after the other

NEURON { SUFFIX two_blocks  RANGE a, b, n  NONSPECIFIC_CURRENT i }
ASSIGNED { v (mV) a b n i (mA/cm2) }
STATE { x }
INITIAL { LOCAL q
    q = 1
    a = 1 + q
    x = 0.5
}
BREAKPOINT { LOCAL k
    SOLVE decay METHOD cnexp
    k = 3
    b = k*x
}
INITIAL { LOCAL q
    q = 2
    a = a + 2*q
    b = a
    n = 0
}
BREAKPOINT { LOCAL k
    k = 2
    i = b*0.001*k
}
DERIVATIVE decay { n = n + 1  x' = a - x }
