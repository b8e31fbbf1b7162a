: other identifiers count from the next block of four draws on, or once a place in the sequence is set
NEURON { SUFFIX random_ids RANGE x, y, place RANDOM r, s }
ASSIGNED { v (mV) x y place }
INITIAL { place = 0 random_setids(r, 3, 4, 5) random_setids(s, 6, 7, 8) random_setseq(s, 0)
 draw() }
BREAKPOINT { SOLVE draw }
PROCEDURE draw() {
 x = random_uniform(r)
 y = random_negexp(s, 2)
 place = place + 1
 IF (place == 7) { random_setids(r, 9, 10, 11) }
 IF (place == 12) { random_setids(r, 1, 2, 3) }
 IF (place == 16) { random_setids(s, 4, 4, 4) random_setseq(s, 6) }
}
