NEURON { SUFFIX if_chain RANGE zone, y, both }
ASSIGNED { v zone y both }
BREAKPOINT {
    if (v < -70) {
        zone = 1
    } else if (v < -30) {
        zone = 2
        if (v > -60) { y = v } else { y = -v }
    } else if (v < 10) {
        zone = 3
    } else {
        zone = 4
        y = 1
    }
    both = 0
    if ((v > -70 && v < 0) || !(v < 20)) { both = 1 }
    if (v) { both = both + 2 }
}
