TITLE Draws from RANDOM variables

NEURON { POINT_PROCESS random_draws RANDOM r, s RANGE u, g, e, k, n }
ASSIGNED { v u g e k n }
INITIAL {
    random_setseq(r, 5)
    u = random_uniform(r)
    n = 0
}
BREAKPOINT { SOLVE draw METHOD after_cvode }
PROCEDURE draw() {
    u = random_uniform(r, 2, 3)
    g = random_normal(r)
    if (v > -60) { e = random_negexp(s, 4) }
    k = random_ipick(s)
    n = n + random_uniform(s)
}
