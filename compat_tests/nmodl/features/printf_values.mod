: printing is no hindrance
NEURON { SUFFIX printf_values RANGE n }
ASSIGNED { v n }
INITIAL { n = 0 printf("printf_values starts at %g\n", v) }
BREAKPOINT { n = n + 1 if (n == 7) { printf("seventh %g %g\n", n, 2*n) } }
