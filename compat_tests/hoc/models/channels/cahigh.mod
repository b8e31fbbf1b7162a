TITLE calcium current through high-threshold channels

NEURON {
	SUFFIX cahigh
	USEION ca READ eca WRITE ica
	RANGE gbar
}

UNITS {
	(mV) = (millivolt)
	(mA) = (milliamp)
	(S) = (siemens)
}

PARAMETER { gbar = 0.0005 (S/cm2) }

ASSIGNED {
	v (mV)
	eca (mV)
	ica (mA/cm2)
	minf
	taum (ms)
}

STATE { m }

BREAKPOINT {
	SOLVE states METHOD cnexp
	ica = gbar * m * m * (v - eca)
}

INITIAL {
	rates(v)
	m = minf
}

DERIVATIVE states {
	rates(v)
	m' = (minf - m) / taum
}

PROCEDURE rates(v (mV)) {
	LOCAL a, b
	a = 0.055 * vtrap(-(v + 27), 3.8)
	b = 0.94 * exp((-75 - v) / 17)
	minf = a / (a + b)
	taum = 1 / (a + b)
}

FUNCTION vtrap(x, y) {
	if (fabs(x / y) < 1e-6) {
		vtrap = y * (1 - x / y / 2)
	} else {
		vtrap = x / (exp(x / y) - 1)
	}
}
