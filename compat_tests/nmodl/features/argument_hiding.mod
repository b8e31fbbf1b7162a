: functions that call each other with the same names of arguments
NEURON { SUFFIX argument_hiding RANGE out, deep }
PARAMETER { x = 3 }
ASSIGNED { v out deep }
FUNCTION f(x, y) { f = g(y, x) - x }
FUNCTION g(x, y) { LOCAL f f = x*2 g = f + h(f) - y }
FUNCTION h(v) { h = v*v + x }
PROCEDURE set(out2, k) { LOCAL x x = out2 out = f(x, k) + h(x) deep = f(f(x, k), g(k, f(k, x))) }
BREAKPOINT { set(v/50, 1.5) }
