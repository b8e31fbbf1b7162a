"""The numbers of the top level: t, dt, celsius, tstop ...

They lie in the one row of the table "hoc". Those of the standard run library are visible once it is loaded.
"""

from __future__ import annotations

from typing import NamedTuple

from jneuron.facade.implements import IMPLEMENTED


class Number(NamedTuple):
    """One global number.

    Attributes:
        default: Its value at the start.
        since: The library file that defines it, or an empty string for what is always there.
        unit: NEURON's unit.
        whole: Whether NEURON keeps it as an integer.
        constant: Whether it can't be assigned.
    """

    default: float
    since: str = ""
    unit: str = ""
    whole: bool = False
    constant: bool = False


_STDRUN = "stdrun.hoc"

NUMBERS: dict[str, Number] = {
    "t": Number(0.0, unit="ms"),
    "dt": Number(0.025, unit="ms"),
    "celsius": Number(6.3, unit="degC"),
    "secondorder": Number(0, whole=True),
    "clamp_resist": Number(0.001),
    "float_epsilon": Number(1e-11),
    "diam_changed": Number(1, whole=True),
    "stoprun": Number(0, whole=True),
    "hoc_ac_": Number(0.0),
    "hoc_cross_x_": Number(0.0),
    "hoc_cross_y_": Number(0.0),
    "default_dll_loaded_": Number(0.0),
    "nrn_netrec_state_adjust": Number(0, whole=True),
    "nrn_shape_changed_": Number(1, whole=True),
    "nrn_sparse_partrans": Number(0, whole=True),
    "xopen_broadcast_": Number(0.0),
    "PI": Number(3.141592653589793),
    "E": Number(2.718281828459045),
    "GAMMA": Number(0.5772156649015329),
    "DEG": Number(57.29577951308232),
    "PHI": Number(1.618033988749895),
    "FARADAY": Number(96485.33212331001),
    "R": Number(8.31446261815324),
    "Avogadro_constant": Number(6.02214076e23),
    "tstop": Number(5.0, _STDRUN, "ms"),
    "v_init": Number(-65.0, _STDRUN, "mV"),
    "steps_per_ms": Number(40.0, _STDRUN, "/ms"),
    "nstep_steprun": Number(1.0, _STDRUN),
    "runStopAt": Number(5.0, _STDRUN, "ms"),
    "runStopIn": Number(1.0, _STDRUN, "ms"),
    "screen_update_invl": Number(0.05, _STDRUN),
    "realtime": Number(0.0, _STDRUN),
    "rtstart": Number(0.0, _STDRUN),
    "running_": Number(0.0, _STDRUN),
    "stdrun_quiet": Number(0.0, _STDRUN),
    "global_ra": Number(35.4, _STDRUN, "ohm-cm"),
    "eventcount": Number(0.0, _STDRUN),
    "eventslow": Number(1.0, _STDRUN),
    "using_cvode_": Number(0.0, _STDRUN),
    "cvode_active_": Number(0.0, _STDRUN),
    "coreneuronrunning_": Number(0.0, _STDRUN),
    "movie_frame_dur_": Number(0.01, _STDRUN),
    "n_graph_lists": Number(4.0, _STDRUN),
    "mapped_nrnmainmenu_": Number(0.0, _STDRUN),
}
IMPLEMENTED.update(NUMBERS)
