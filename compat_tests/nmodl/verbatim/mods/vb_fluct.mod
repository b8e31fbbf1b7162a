: a fluctuating conductance with normrand, drawn at every evaluation of the current's update
NEURON { POINT_PROCESS VbFluct  NONSPECIFIC_CURRENT i  RANGE g, g0, sd, tau, i }
PARAMETER { dt (ms) g0 = 0.005 (uS) sd = 0.002 (uS) tau = 3 (ms) }
ASSIGNED { v (mV) i (nA) g (uS) x (uS) e1 amp }
INITIAL {
    x = 0
    e1 = exp(-dt / tau)
    amp = sd * sqrt(1 - e1 * e1)
}
BREAKPOINT {
    SOLVE oup
    g = g0 + x
    if (g < 0) { g = 0 }
    i = g * v
}
PROCEDURE oup() { x = e1 * x + amp * normrand(0, 1) }
PROCEDURE seed(k) { set_seed(k) }
