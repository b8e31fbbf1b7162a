TITLE Longitudinal diffusion along a cable

NEURON { SUFFIX diffusion_cable RANGE D }
PARAMETER { D = .5 (um2/ms) }
ASSIGNED { diam v }
STATE { ca }
INITIAL { ca = 1e-3*exp(v/50) }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT diam*diam*.785 { ca }
    LONGITUDINAL_DIFFUSION D*diam*diam*.785 { ca }
    ~ ca << ((.01 - ca)*.2*diam)
}
