TITLE Two blocks solved one after the other

NEURON { SUFFIX double_solve RANGE s }
ASSIGNED { v s }
STATE { x a b }
INITIAL { x = 1 a = 1 b = 0 }
BREAKPOINT {
    SOLVE gates METHOD cnexp
    SOLVE scheme METHOD sparse
    s = x*a
}
DERIVATIVE gates { x' = -x/4 }
KINETIC scheme { ~ a <-> b (x, .2) }
