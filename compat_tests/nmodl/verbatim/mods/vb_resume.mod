: asks for events from a procedure that the interpreter calls
NEURON { ARTIFICIAL_CELL VbResume  RANGE n, last }
ASSIGNED { n last }
INITIAL { n = 0 last = -1 }
NET_RECEIVE (w) {
    if (flag == 1) { n = n + 1  last = t  net_event(t) }
    if (flag == 5) { net_send(1, 1) }
}
PROCEDURE after(delay) {
VERBATIM
    artcell_net_send(_tqitem, (double*)0, _ppvar[1].get<Point_process*>(), t + _ldelay, 1.0);
ENDVERBATIM
}
