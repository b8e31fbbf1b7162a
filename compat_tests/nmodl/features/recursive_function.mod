TITLE A FUNCTION that calls itself

NEURON { SUFFIX recursive_function RANGE f, g }
ASSIGNED { v f g }
BREAKPOINT {
    f = downwards(floor(fabs(v)/10))
    g = fibonacci(floor(fabs(v)/12))
}
FUNCTION downwards(n) {
    if (n <= 1) {
        downwards = 1
    } else {
        downwards = n*downwards(n - 1)
    }
}
FUNCTION fibonacci(n) {
    if (n < 2) {
        fibonacci = n
    } else {
        fibonacci = fibonacci(n - 1) + fibonacci(n - 2)
    }
}
