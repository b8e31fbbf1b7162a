TITLE DISCRETE: a step that the file writes itself

NEURON { SUFFIX discrete_block }
ASSIGNED { v }
STATE { x n }
INITIAL { x = 1 n = 0 }
BREAKPOINT { SOLVE next }
DISCRETE next {
    x = x*.99 + v/10000
    n = n + 1
}
