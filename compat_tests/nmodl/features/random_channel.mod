: channels that open and close by chance, one after another
NEURON { SUFFIX random_channel USEION k READ ek WRITE ik RANGE N, open, gamma, popen RANDOM r }
UNITS { (pS) = (picosiemens) (mV) = (millivolt) (mA) = (milliamp) (um) = (micron) }
PARAMETER { N = 12 gamma = 20 (pS) }
ASSIGNED { v (mV) ek (mV) ik (mA/cm2) open popen dt (ms) }
INITIAL { open = 0
 FROM i=1 TO N { if (random_uniform(r) < inf(v)) { open = open + 1 } } }
BREAKPOINT { SOLVE jump
 ik = open*gamma*(1e-4)*(v - ek)/1000 }
PROCEDURE jump() { LOCAL up, down, k, closed
 closed = N - open
 up = 0 down = 0 k = 0
 WHILE (k < closed) { if (random_uniform(r) < 1 - exp(-dt*inf(v)/2)) { up = up + 1 } k = k + 1 }
 k = 0
 WHILE (k < open) { if (random_uniform(r, 0, 2) < 2*(1 - exp(-dt*(1 - inf(v))/2))) { down = down + 1 } k = k + 1 }
 open = open + up - down
 popen = open/N }
FUNCTION inf(v) { inf = 1/(1 + exp(-(v + 30)/9)) }
