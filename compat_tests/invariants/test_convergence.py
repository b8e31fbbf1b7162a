"""Orders of convergence on a passive cable, against the exact solution of its discretised equations."""

from __future__ import annotations

import numpy as np
import pytest

from compat_tests.invariants.models import new_session

N_SEGMENT, LENGTH, DIAM, RA, CM, G, E = 5, 500.0, 2.0, 100.0, 1.0, 2e-4, -70.0
STOP = 4.0


def exact_voltage() -> np.ndarray:
    """Returns the voltage of the segments at STOP, by diagonalising c dv/dt = -g (v - e) + axial currents; ends are sealed.

    The start is e everywhere, +20 mV in the first segment.
    """
    length = LENGTH / N_SEGMENT
    area = np.pi * DIAM * length * 1e-8
    # between the centres of two segments [S]
    coupling = np.pi * (DIAM * 1e-4 / 2) ** 2 / (RA * length * 1e-4)
    laplacian = np.zeros((N_SEGMENT, N_SEGMENT))
    for i in range(N_SEGMENT - 1):
        laplacian[[i, i + 1], [i, i + 1]] -= 1.0
        laplacian[[i, i + 1], [i + 1, i]] += 1.0
    # 1 S/cm2 over 1 uF/cm2 is 1000 per ms
    rates = 1e3 * (coupling / area * laplacian - G * np.eye(N_SEGMENT)) / CM
    values, vectors = np.linalg.eigh(rates)
    start = np.zeros(N_SEGMENT)
    start[0] = 20.0
    return E + vectors @ (np.exp(values * STOP) * (vectors.T @ start))


def error_of(second_order: int, dt: float) -> float:
    h = new_session().h
    cable = h.Section(name="cable")
    cable.nseg, cable.L, cable.diam, cable.Ra, cable.cm = N_SEGMENT, LENGTH, DIAM, RA, CM
    cable.insert("pas")
    for segment in cable:
        segment.pas.g, segment.pas.e = G, E
    h.secondorder, h.dt = second_order, dt
    h.finitialize(E)
    cable(0.0001).v = E + 20.0
    for _ in range(round(STOP / dt)):
        h.fadvance()
    return float(np.max(np.abs([segment.v for segment in cable] - exact_voltage())))


@pytest.mark.parametrize(("second_order", "order"), [(0, 1.0), (2, 2.0)])
def test_order_of_convergence(second_order: int, order: float) -> None:
    errors = [error_of(second_order, dt) for dt in (0.1, 0.05, 0.025)]
    orders = np.log2(np.array(errors[:-1]) / errors[1:])
    np.testing.assert_allclose(orders, order, atol=0.1)
