TITLE Nonlinear kinetic scheme with compartments, a flux, a conservation law and an array of shells

DEFINE SHELLS 4

NEURON {
    SUFFIX kinpump
    USEION ca READ cai, cao, ica WRITE cai, ica
    RANGE load, pumped
}

PARAMETER {
    load = 1e-4
    kon = 50
    koff = 0.3
    kout = 0.2
    kback = 1e-4
    dcoef = 0.6
    total = 2e-3
}

ASSIGNED {
    cai
    cao
    ica
    pumped
}

STATE {
    ca[SHELLS]
    pump
    pumpca
}

INITIAL {
    FROM i = 0 TO SHELLS-1 {
        ca[i] = cai*(1 + i)
    }
    pump = total
    pumpca = 0
    SOLVE scheme STEADYSTATE sparse
}

BREAKPOINT {
    SOLVE scheme METHOD sparse
    ica = 1e-6*pumped
}

KINETIC scheme {
    COMPARTMENT i, 1 + 0.5*i {ca}
    COMPARTMENT 2 {pump pumpca}
    FROM i = 0 TO SHELLS-2 {
        ~ ca[i] <-> ca[i+1] (dcoef*(i + 1), dcoef)
    }
    ~ ca[0] + pump <-> pumpca (kon, koff)
    ~ pumpca <-> pump + cao (kout, kback)
    pumped = f_flux - b_flux
    ~ ca[3] << (load)
    CONSERVE pump + pumpca = 2*total
    cai = ca[0]
}
