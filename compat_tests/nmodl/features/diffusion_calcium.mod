TITLE Longitudinal diffusion of an ion's concentration

NEURON { SUFFIX diffusion_calcium USEION ca READ ica WRITE cai RANGE pump }
UNITS { FARADAY = (faraday) (coulomb) PI = (pi) (1) }
PARAMETER { D = .6 pump = .05 }
ASSIGNED { diam ica cai }
STATE { ca }
INITIAL { ca = 1e-4 cai = ca }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT PI*diam*diam/4 { ca }
    LONGITUDINAL_DIFFUSION D*PI*diam*diam/4 { ca }
    ~ ca << (-ica*PI*diam/(2*FARADAY)*1e4 - pump*(ca - 1e-4)*diam)
    cai = ca
}
