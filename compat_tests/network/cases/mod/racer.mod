NEURON { ARTIFICIAL_CELL Racer RANGE m, tau, n, last }
PARAMETER { tau = 7 (ms) }
ASSIGNED { m n last (ms) }
INITIAL { m = 0 n = 0 last = 0 net_send(5, 2) net_send(4, 1) }
NET_RECEIVE (w, seen) {
  INITIAL { seen = 0 }
  if (flag == 0) {
    m = m*exp(-(t-last)/tau) + w  last = t  seen = seen + 1
    if (m > 1) { net_event(t + 0.5) m = 0 net_send(0, 3) net_send(0, 4) }
    net_move(t + 2)
  } else if (flag == 1) {
    n = n + 1  net_send(6, 1)
    if (n > 3) { net_event(t) }
  } else if (flag == 2) {
    net_send(5, 2) net_event(t)
  } else if (flag == 3) { m = m + 0.01 } else { m = m * 2 }
}
