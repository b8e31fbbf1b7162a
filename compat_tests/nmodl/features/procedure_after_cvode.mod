TITLE SOLVE of a PROCEDURE after each step

NEURON { SUFFIX procedure_after_cvode RANGE n, seen }
ASSIGNED { v n seen }
INITIAL { n = 0 seen = v }
BREAKPOINT { SOLVE count METHOD after_cvode }
PROCEDURE count() {
    n = n + 1
    seen = v*t
}
