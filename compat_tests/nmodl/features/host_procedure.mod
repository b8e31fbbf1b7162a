TITLE A PROCEDURE that the user calls, and what it changes

NEURON { SUFFIX host_procedure RANGE x, y GLOBAL z }
PARAMETER { x = 1 }
ASSIGNED { y z }
STATE { s }
INITIAL { s = x }
BREAKPOINT { SOLVE states METHOD cnexp }
DERIVATIVE states { s' = x - s }
PROCEDURE set(a, b) {
    x = a
    y = b*s
    z = z + a
    s = s + 1
}
FUNCTION combined(a) { combined = a*x + s }
