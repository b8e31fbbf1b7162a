TITLE Two gates by cnexp, one written with a time constant, one with two rates

NEURON { SUFFIX cnexp_linear NONSPECIFIC_CURRENT i RANGE g, alpha, beta }
UNITS { (mV) = (millivolt) (mA) = (milliamp) (S) = (siemens) }
PARAMETER { g = .001 (S/cm2) tau = 3 (ms) }
ASSIGNED { v (mV) i (mA/cm2) alpha (/ms) beta (/ms) }
STATE { m h }
INITIAL { m = .2 h = .7 }
BREAKPOINT { SOLVE states METHOD cnexp i = g*m*m*h*(v + 20) }
DERIVATIVE states {
    alpha = .1*exp((v + 40)/30)
    beta = .05*exp(-(v + 40)/40)
    m' = alpha*(1 - m) - beta*m
    h' = (1/(1 + exp((v + 50)/8)) - h)/tau
}
