TITLE Longitudinal diffusion where the ion's concentration is the STATE

NEURON { SUFFIX diffusion_sodium USEION na READ ina WRITE nai RANGE D }
UNITS { FARADAY = (faraday) (coulomb) PI = (pi) (1) }
PARAMETER { D = .6 }
ASSIGNED { diam ina }
STATE { nai }
INITIAL { nai = 10 }
BREAKPOINT { SOLVE scheme METHOD sparse }
KINETIC scheme {
    COMPARTMENT diam*diam*PI/4 { nai }
    LONGITUDINAL_DIFFUSION D*diam*diam*PI/4 { nai }
    ~ nai << ((-ina/FARADAY)*PI*diam*(1e4))
}
