TITLE ASSIGNED variables that remember the step before

NEURON { SUFFIX carried_assigned RANGE vmax, rising, old }
ASSIGNED { v vmax rising old hidden }
INITIAL { vmax = v old = v hidden = 0 }
BREAKPOINT { SOLVE watch METHOD after_cvode }
PROCEDURE watch() {
    if (v > vmax) { vmax = v }
    rising = (v > old)
    old = v + hidden
    hidden = hidden*.5 + 1e-3
}
