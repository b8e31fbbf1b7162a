TITLE A loop whose condition depends on the state

NEURON { SUFFIX while_state RANGE rounds }
ASSIGNED { v rounds }
STATE { x }
INITIAL { x = 1 }
BREAKPOINT { SOLVE onward METHOD after_cvode }
PROCEDURE onward() {
    LOCAL goal
    goal = v/100
    rounds = 0
    WHILE (fabs(x - goal) > .01) {
        x = x + (goal - x)*.3
        rounds = rounds + 1
    }
    x = x + .5
}
