TITLE Factors in parentheses, UNITSOFF and UNITSON

NEURON { SUFFIX units_off RANGE a, b, c }
UNITS { (molar) = (1/liter) (mM) = (millimolar) (um) = (micron) (mA) = (milliamp) (mV) = (millivolt) }
ASSIGNED { v (mV) a (um) b c }
BREAKPOINT {
    UNITSOFF
    a = v*3
    UNITSON
    b = (1e4)*v + (0.5)*v*3 (/mV)
    c = 2 (mV)*v + v*(10)*(.1)
}
