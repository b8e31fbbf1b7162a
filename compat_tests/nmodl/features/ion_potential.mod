TITLE Writes a reversal potential

NEURON { SUFFIX ion_potential USEION na WRITE ena RANGE level }
PARAMETER { level = 40 }
ASSIGNED { v ena }
INITIAL { ena = level }
BREAKPOINT { SOLVE shift METHOD after_cvode }
PROCEDURE shift() { ena = level + v/10 }
