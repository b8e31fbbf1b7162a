TITLE excitatory synapse that tires

NEURON {
	POINT_PROCESS TireSyn
	RANGE tau, e, i, use, recovery, total
	NONSPECIFIC_CURRENT i
}

UNITS {
	(nA) = (nanoamp)
	(mV) = (millivolt)
	(uS) = (microsiemens)
}

PARAMETER {
	tau = 2 (ms)
	e = 0 (mV)
	use = 0.4
	recovery = 50 (ms)
}

ASSIGNED {
	v (mV)
	i (nA)
	total
}

STATE { g (uS) }

INITIAL {
	g = 0
	total = 0
}

BREAKPOINT {
	SOLVE fade METHOD cnexp
	i = g * (v - e)
}

DERIVATIVE fade { g' = -g / tau }

NET_RECEIVE(weight (uS), rested, last (ms)) {
	INITIAL {
		rested = 1
		last = t
	}
	rested = 1 - (1 - rested) * exp(-(t - last) / recovery)
	g = g + weight * rested
	rested = rested - use * rested
	last = t
	total = total + 1
}
