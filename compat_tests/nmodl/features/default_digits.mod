TITLE defaults, limits and starts keep six digits; constants and numbers in expressions keep all

NEURON { SUFFIX default_digits  RANGE a, b, z, held  GLOBAL shared, negative }
UNITS { (mV) = (millivolt)  FARADAY = 96485.309123 (coulomb)  scale = 1.2345678912 (mV) }
PARAMETER {
    a = 1.23456789 (mV) <1.11111119, 1e9>
    b = 123456789
    shared = 2.302585092
    negative = -1234567.89
    plain = 96485.309
}
CONSTANT { full = 1.23456789 }
ASSIGNED { v (mV) z held }
STATE { x START 0.123456789  w <1.23456789e-3> }
INITIAL { x = x0  w = negative + plain  held = FARADAY*scale + full }
BREAKPOINT {
    SOLVE decay METHOD cnexp
    z = 1.23456789*a + shared*b + plain
}
DERIVATIVE decay { x' = -x/1.23456789  w' = -w/a }
