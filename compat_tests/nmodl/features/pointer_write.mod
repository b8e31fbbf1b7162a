TITLE A POINTER that is written

NEURON { POINT_PROCESS pointer_write POINTER target RANGE k }
PARAMETER { k = .01 }
ASSIGNED { v target }
BREAKPOINT { SOLVE put METHOD after_cvode }
PROCEDURE put() { target = target + k*(v + 70) }
