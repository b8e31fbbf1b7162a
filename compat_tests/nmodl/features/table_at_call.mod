TITLE A TABLE that is filled when INITIAL calls for it, with the factor that INITIAL has just set
COMMENT
The old style of channels that step their states themselves.
ENDCOMMENT
NEURON { SUFFIX table_at_call USEION k READ ek WRITE ik RANGE gbar GLOBAL inf, factor }
PARAMETER { gbar = .01  dt  celsius }
STATE { n l }
ASSIGNED { v ek ik inf[2] gain[2] tau[2] factor }
INITIAL { factor = 3^((celsius - 22)/10)  rates(v)  n = inf[0]  l = inf[1] }
BREAKPOINT { SOLVE states  ik = gbar*n^4*l*(v - ek) }
PROCEDURE states() {
    rates(v)
    n = n + gain[0]*(inf[0] - n)
    l = l + gain[1]*(inf[1] - l)
    VERBATIM
    return 0;
    ENDVERBATIM
}
PROCEDURE rates(v) {
    TABLE inf, gain DEPEND dt, celsius FROM -100 TO 100 WITH 200
    inf[0] = 1/(1 + exp(-(v + 25)/8))
    inf[1] = 1/(1 + exp((v + 66)/5))
    tau[0] = 1.5
    if (v < -20) { tau[1] = 35 } else { tau[1] = 12 + v/10 }
    FROM i = 0 TO 1 { gain[i] = 1 - exp(-dt/tau[i]*factor) }
}
