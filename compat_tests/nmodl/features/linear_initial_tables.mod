TITLE Markov channel that begins at the steady state of its LINEAR block, with rates from a TABLE

NEURON { SUFFIX linear_initial_tables USEION na READ ena WRITE ina RANGE gbar, g }
PARAMETER { gbar = .02  con = .05  coff = .5  oon = .75 }
ASSIGNED { v celsius ena ina g f b fi bi q }
STATE { C1 C2 O I1 I2 }
INITIAL { q = 2.3^((celsius - 22)/10)  rates(v)  SOLVE begin }
BREAKPOINT { SOLVE scheme METHOD sparse  g = gbar*O  ina = g*(v - ena) }
KINETIC scheme {
    rates(v)
    ~ C1 <-> C2 (2*f, b)
    ~ C2 <-> O (f, 2*b)
    ~ C1 <-> I1 (fi, bi)
    ~ C2 <-> I2 (fi*2.5, bi/2.5)
    ~ O <-> I2 (oon*q, .005*q)
    ~ I1 <-> I2 (f/(1 + fi), b^2)
    CONSERVE C1 + C2 + O + I1 + I2 = 1
}
LINEAR begin {
    ~ I1*bi + C2*b - C1*(fi + 2*f) = 0
    ~ C1*2*f + I2*bi + O*2*b - C2*(b + fi + f) = 0
    ~ C2*f + I2*.005 - O*(2*b + oon) = 0
    ~ C1*fi + I2*b - I1*(bi + 2*f) = 0
    ~ C1 + C2 + O + I1 + I2 = 1
}
PROCEDURE rates(v) {
    TABLE f, b, fi, bi DEPEND q, con, coff FROM -150 TO 150 WITH 300
    f = q*exp(v/20)*2
    b = q*3*exp(-v/20)
    fi = q*con
    bi = q*coff
}
