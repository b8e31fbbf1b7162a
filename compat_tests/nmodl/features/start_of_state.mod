: global set here, used there; parameter and state starts
NEURON { SUFFIX start_of_state GLOBAL gg, hh2 RANGE r, x, yy }
PARAMETER { gg = 2.5 r = -1.5 <-5, 5> x0 = 0.7 yy0 = 0.2 }
ASSIGNED { v hh2 }
STATE { x yy FROM 0 TO 1 START 0.25 z }
INITIAL { hh2 = gg*v r = r + 0.5 }
BREAKPOINT { SOLVE d METHOD derivimplicit hh2 = hh2 + 0.001 }
DERIVATIVE d { x' = gg*(yy - x) - x*x yy' = (x - yy)*r z' = 1 }
