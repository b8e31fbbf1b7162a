NEURON { SUFFIX global_array GLOBAL w RANGE y }
PARAMETER { k = 1 }
ASSIGNED { v w[3] y }
INITIAL { w[0] = 1 w[1] = 2 w[2] = 3 }
BREAKPOINT { SOLVE onward METHOD after_cvode }
PROCEDURE onward() {
    w[1] = w[1] + 1
    y = w[0] + w[1]*w[2]
}
