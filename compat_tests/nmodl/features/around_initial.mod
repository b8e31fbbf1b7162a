NEURON { SUFFIX around_initial RANGE a, b, c }
ASSIGNED { v a b c }
BEFORE INITIAL { a = 1 b = v }
INITIAL { b = b + a c = 10 }
AFTER INITIAL { c = c + b }
BREAKPOINT { }
