TITLE A GLOBAL that every instance counts up

NEURON { SUFFIX global_counter GLOBAL n, last RANGE mine }
ASSIGNED { v n last mine }
INITIAL {
    n = n + 1
    mine = n
}
BREAKPOINT { SOLVE count METHOD after_cvode }
PROCEDURE count() {
    n = n + 1
    mine = n
    last = v
}
