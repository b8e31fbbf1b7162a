: what the scheme assigns at its end is there when it is evaluated again
NEURON { SUFFIX kinetic_kept USEION ca READ ica, cai WRITE cai RANGE pumped, seen }
ASSIGNED { v ica cai diam pumped seen }
STATE { ca buffer bound pump loaded }
INITIAL { ca = cai  buffer = .01  bound = 0  pump = .01  loaded = 0  pumped = 0 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT diam*diam/4 { ca buffer bound }
    COMPARTMENT diam { pump loaded }
    seen = pumped
    ~ ca << (1e-4*diam - pumped*.1)
    ~ ca + buffer <-> bound (100*diam*diam, .1*diam*diam)
    ~ ca + pump <-> loaded (100*diam, .01*diam)
    ~ loaded <-> pump (.1*diam, 0)
    pumped = f_flux - b_flux
    cai = ca
}
