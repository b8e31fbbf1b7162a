TITLE Radial diffusion between shells

NEURON { SUFFIX kinetic_shells RANGE total }
DEFINE N 4
PARAMETER { D = .6 }
ASSIGNED { v diam total width[N] inside[N] }
STATE { ca[N] buffer[N] }
INITIAL {
    geometry()
    FROM i = 0 TO N-1 { ca[i] = 1e-4*(1 + i) buffer[i] = .01 }
}
BREAKPOINT {
    SOLVE scheme METHOD sparse
    total = ca[0] + ca[N-1]
}
PROCEDURE geometry() {
    FROM i = 0 TO N-1 {
        inside[i] = 1/(i + 1)
        width[i] = (N - i)*diam/40
    }
}
KINETIC scheme {
    COMPARTMENT i, width[i] { ca buffer }
    ~ ca[0] << (1e-3*exp(v/40))
    FROM i = 0 TO N-2 {
        ~ ca[i] <-> ca[i+1] (D*inside[i], D*inside[i])
    }
    FROM i = 0 TO N-1 {
        ~ ca[i] <-> buffer[i] (.1, .02)
    }
}
