TITLE Constants, physical ones and factors between units

NEURON { SUFFIX constants RANGE a, b, c, d }
UNITS {
    (mV) = (millivolt)
    (mA) = (milliamp)
    (um) = (micron)
    FARADAY = (faraday) (coulomb)
    R = (k-mole) (joule/degC)
    PI = (pi) (1)
    F = 96485.3 (coul)
    e = (e) (coulomb)
}
CONSTANT { q10 = 2.3 shift = -5 (mV) }
ASSIGNED { v celsius a b c d }
BREAKPOINT {
    a = 1000*R*(celsius + 273.15)/(2*FARADAY)
    b = PI*v + F
    c = q10^((celsius - 23)/10)*(v + shift)
    d = e*1e19 + (10000)*v + (1e-3)*(2)*v
}
