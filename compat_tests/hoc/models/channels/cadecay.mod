TITLE calcium below the membrane, which decays

NEURON {
	SUFFIX cadecay
	USEION ca READ ica WRITE cai
	RANGE depth, tau, rest
}

UNITS {
	(mM) = (milli/liter)
	(mA) = (milliamp)
	(um) = (micron)
	FARADAY = (faraday) (coulomb)
}

PARAMETER {
	depth = 0.1 (um)
	tau = 20 (ms)
	rest = 5e-5 (mM)
}

ASSIGNED { ica (mA/cm2) }

STATE { cai (mM) }

INITIAL { cai = rest }

BREAKPOINT { SOLVE decay METHOD cnexp }

DERIVATIVE decay {
	cai' = -(10000) * ica / (2 * FARADAY * depth) + (rest - cai) / tau
}
