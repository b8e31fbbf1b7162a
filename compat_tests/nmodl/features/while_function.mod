TITLE A loop in a FUNCTION

NEURON { SUFFIX while_function RANGE root }
ASSIGNED { v root }
BREAKPOINT { root = squareroot(v + 100) }
FUNCTION squareroot(x) {
    LOCAL guess, old
    guess = x + 1
    old = 0
    while (fabs(guess - old) > 1e-9*guess) {
        old = guess
        guess = .5*(guess + x/guess)
    }
    squareroot = guess
}
