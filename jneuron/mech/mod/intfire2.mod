TITLE Integrate-and-fire cell with a decaying synaptic current

:   taus di/dt + i = ib      an event adds its weight to i
:   taum dm/dt + m = i       fires where m passes 1, then m = 0
:
: with taum < taus. Between events, with f = taus/(taus - taum) and x = (i - ib) exp(-t/taus),
:
:   m(t) = ib + f x + (m - ib - (i - ib) f) exp(-t/taum)

NEURON {
    ARTIFICIAL_CELL IntFire2
    RANGE taus, taum, ib, i, m
}

PARAMETER {
    taus = 20 (ms)
    taum = 10 (ms)
    ib = 0
}

ASSIGNED {
    i
    m
    t0 (ms)
}

INITIAL {
    i = ib
    m = 0
    if (taus <= taum) {
        taus = taum + .1
    }
    t0 = t
    net_send(firetime(ib, 0, 0), 1)
}

FUNCTION M() {
    LOCAL x, f
    f = taus/(taus - taum)
    x = (i - ib)*exp(-(t - t0)/taus)
    M = ib + f*x + (m - (ib + (i - ib)*f))*exp(-(t - t0)/taum)
}

FUNCTION I() {
    LOCAL x
    x = (i - ib)*exp(-(t - t0)/taus)
    I = x + ib
}

NET_RECEIVE (w) {
    LOCAL x, inew, f, ibf
    f = taus/(taus - taum)
    x = (i - ib)*exp(-(t - t0)/taus)
    inew = ib + x
    if (flag == 1) {
        net_event(t)
        m = 0
        ibf = (inew - ib)*f
        net_send(firetime(ib, ibf, 0), 1)
    } else {
        m = ib + f*x + (m - (ib + (i - ib)*f))*exp(-(t - t0)/taum)
        inew = inew + w
        if (m >= 1) {
            net_move(t)
        } else {
            ibf = (inew - ib)*f
            net_move(firetime(ib, ibf, m) + t)
        }
    }
    t0 = t
    i = inew
}

FUNCTION firetime(a, b, c) (ms) {
    : the t > 0 at which  1 = a + b exp(-t/taus) + (c - a - b) exp(-t/taum),  given c < 1; 1e9 if there is none.
    : With x = exp(-t/taum) and r = taum/taus this is  1 = a + b x^r + (c - a - b) x.  Newton's method starts where the
    : tangent at x = 1 reaches 1; where that is out of the domain, x = exp(-t/taus) is the unknown instead.
    LOCAL r, rest, x, slope, top
    r = taum/taus
    rest = c - a - b
    slope = r*b + rest
    x = (1 - c + slope)/slope
    if (a <= 1 && a + b <= 1) {
        firetime = 1e9
    } else if (a > 1 && b <= 0) {
        if (slope >= 0 || x <= 0) {
            firetime = -taus*log(newton1(a, rest, b, 1/r, 0))
        } else {
            firetime = -taum*log(newton1(a, b, rest, r, x))
        }
    } else {
        : a solution exists if the maximum is inside the domain and above 1
        x = (-rest/(r*b))^(1/(r - 1))
        top = a + b*x^r + rest*x
        if (x >= 1 || top <= 1) {
            firetime = 1e9
        } else {
            firetime = -taum*log(newton1(a, b, rest, r, (1 - c + slope)/slope))
        }
    }
}

FUNCTION newton1(a, b, c, r, x) {
    : solves  1 = a + b x^r + c x  from x, within 0 < x <= 1
    LOCAL dx, f, df, rounds
    dx = 1
    f = 0
    rounds = 0
    while (fabs(dx) > 1e-6 || fabs(f - 1) > 1e-6) {
        f = a + b*x^r + c*x
        df = r*b*x^(r - 1) + c
        dx = (1 - f)/df
        x = x + dx
        if (x <= 0) {
            x = 1e-4
        } else if (x > 1) {
            x = 1
        }
        rounds = rounds + 1
        if (rounds > 10) {
            f = 1
            dx = 0
        }
    }
    newton1 = x
}
