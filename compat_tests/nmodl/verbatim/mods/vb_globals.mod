: C and NMODL share the variables of the file
NEURON { SUFFIX vbglob  GLOBAL total, weights, count  RANGE own }
PARAMETER { total = 1  weights[3] }
ASSIGNED { count own }
LOCAL hidden
INITIAL { own = 0 }
PROCEDURE add(x) {
VERBATIM
    int k;
    total += _lx;
    for (k = 0; k < 3; k++) weights[k] += k * _lx;
    count = weights[1] + weights[2];
ENDVERBATIM
}
FUNCTION weighted(a, b) { LOCAL c
    c = a * total
VERBATIM
    _lweighted = _lc + weights[2] * _lb + FACTOR();
ENDVERBATIM
}
FUNCTION FACTOR() { FACTOR = 0.25 }
