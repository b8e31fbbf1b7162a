TITLE Spike generator: regular, random, or in between

: Spikes come `interval` apart on average, of which the fraction `noise` is exponentially distributed. The generator
: begins at `start`; with a negative start, or after it has ended, an event with positive weight starts a train and one
: with negative weight ends it. Self events: 3 begins the train at the time chosen in INITIAL, 1 is a spike.

NEURON {
    ARTIFICIAL_CELL NetStim
    THREADSAFE
    RANGE interval, number, start, noise
    RANDOM ranvar
}

PARAMETER {
    interval = 10 (ms) <1e-9, 1e9>
    number = 10 <0, 1e9>
    start = 50 (ms)
    noise = 0 <0, 1>
}

ASSIGNED {
    event (ms)
    on
    ispike
}

INITIAL {
    seed(0)
    on = 0
    ispike = 0
    if (noise < 0) {
        noise = 0
    }
    if (noise > 1) {
        noise = 1
    }
    if (start >= 0 && number > 0) {
        on = 1
        : on average the first spike is at start + noise*interval
        event = start + invl(interval) - interval*(1. - noise)
        if (event < 0) {
            event = 0
        }
        net_send(event, 3)
    }
}

PROCEDURE init_sequence(t (ms)) {
    if (number > 0) {
        on = 1
        event = 0
        ispike = 0
    }
}

FUNCTION invl(mean (ms)) (ms) {
    if (mean <= 0.) {
        mean = .01 (ms)
    }
    invl = mean
    if (noise != 0) {
        invl = (1. - noise)*mean + noise*mean*erand()
    }
}

PROCEDURE next_invl() {
    if (number > 0) {
        event = invl(interval)
    }
    if (ispike >= number) {
        on = 0
    }
}

NET_RECEIVE (w) {
    LOCAL trigger, spike, begin
    trigger = flag == 0 && w > 0 && on == 0
    spike = flag == 1 && on == 1
    begin = trigger || (flag == 3 && on == 1)
    if (flag == 0 && w < 0) {
        on = 0
    }
    if (begin) {
        init_sequence(t)
    }
    if (spike) {
        ispike = ispike + 1
        net_event(t)
    }
    : one place for the next interval: drawing it is most of the block
    if (trigger || spike) {
        next_invl()
        if (trigger) {
            event = event - interval*(1. - noise)
        }
        if (trigger || on == 1) {
            net_send(event, 1)
        }
    }
    if (flag == 3 && begin) {
        net_send(0, 1)
    }
}

PROCEDURE seed(x) {
    random_setseq(ranvar, x)
}

FUNCTION erand() {
    erand = random_negexp(ranvar)
}
