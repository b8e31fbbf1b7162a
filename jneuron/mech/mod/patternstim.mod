TITLE Plays recorded spikes into a network

: The spikes (t, gid) that play() copies are delivered by the network itself; an instance holds no more than this switch.

NEURON {
    ARTIFICIAL_CELL PatternStim
    RANGE fake_output
}

PARAMETER {
    fake_output = 0
}

NET_RECEIVE (w) {
}
