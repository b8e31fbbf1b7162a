TITLE Longitudinal diffusion in an array and along a tree

NEURON { SUFFIX diffusion_shells }
DEFINE N 2
PARAMETER { D = .6 }
ASSIGNED { diam v }
STATE { ca[N] b }
INITIAL { ca[0] = exp(v/50) ca[1] = .1 b = .05 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT i, diam*diam*(1 + i) { ca }
    LONGITUDINAL_DIFFUSION i, D*diam*diam*(1 + i) { ca }
    ~ ca[0] <-> ca[1] (.3, .2)
    ~ ca[0] <-> b (.1, .1)
}
