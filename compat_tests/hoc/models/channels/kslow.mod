TITLE slow potassium current

NEURON {
	SUFFIX kslow
	USEION k READ ek WRITE ik
	RANGE gbar, ik, ninf
	GLOBAL half, steep, taumax
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER {
	gbar = 0.002 (S/cm2)
	half = -35 (mV)
	steep = 8 (mV)
	taumax = 40 (ms)
	q10 = 3
}

ASSIGNED {
	v (mV)
	ek (mV)
	ik (mA/cm2)
	celsius (degC)
	ninf
	taun (ms)
}

STATE { n }

BREAKPOINT {
	SOLVE states METHOD cnexp
	ik = gbar * n * (v - ek)
}

INITIAL {
	rates(v)
	n = ninf
}

DERIVATIVE states {
	rates(v)
	n' = (ninf - n) / taun
}

PROCEDURE rates(v (mV)) {
	TABLE ninf, taun DEPEND half, steep, taumax, celsius FROM -120 TO 80 WITH 200
	ninf = 1 / (1 + exp((half - v) / steep))
	taun = taumax / (3.3 * exp((v - half) / 20) + exp((half - v) / 20)) / q10 ^ ((celsius - 6.3) / 10)
}
