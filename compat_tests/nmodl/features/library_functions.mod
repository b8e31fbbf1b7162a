NEURON { SUFFIX library_functions RANGE a, b, c, d, e, f, g, h }
ASSIGNED { v a b c d e f g h }
BREAKPOINT {
    a = exp(v/30) + log(fabs(v) + 1) + log10(fabs(v) + 2)
    b = sqrt(fabs(v)) + sin(v) + cos(v/3)
    c = tan(v/100) + atan(v) + tanh(v/20)
    d = asin(v/200) + acos(v/200)
    e = sinh(v/40) - cosh(v/50)
    f = floor(v/7) + ceil(v/9)
    g = fabs(v) + pow(2, v/30)
    h = fmod(fabs(v), 7) + atan2(v, 3)
}
