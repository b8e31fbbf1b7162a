"""Emitted from APCount; edit the .mod file instead."""
from jneuron.ir.mechanism_type import (
    Diffusion, EventRequest, GlobalVariable, IonUse, Kernel, MechanismKind, MechanismType, NetReceive, Procedure,
    SendRequest, Table, Variable, VariableKind, WatchRequest,
)
from jneuron.nmodl.solvers import (
    choose, ghk, newton, none_active, recursive, refuse, solve_dense,
    sparse, sparse_linear, steady_state, steady_state_linear,
)



def check__(ops, v, thresh, firing, t, n, time):
    xp = ops.xp
    is_1 = xp.logical_and(v >= thresh, firing == 0.0)
    firing_1 = 1.0
    time_1 = t
    n_1 = n + 1.0
    firing = xp.where(is_1, firing_1, firing)
    n = xp.where(is_1, n_1, n)
    time = xp.where(is_1, time_1, time)
    is_2 = xp.logical_and(xp.logical_and(firing != 0.0, v < thresh), t > time)
    firing_2 = 0.0
    firing = xp.where(is_2, firing_2, firing)
    return firing, time, n


def initial_kernel(ops, columns):
    xp = ops.xp
    v = columns["v"]
    thresh = columns["thresh"]
    t = columns["t"]
    time = columns["time"]
    n = 0.0
    firing = 0.0
    firing, time, n = check__(ops, v, thresh, firing, t, n, time)
    return {
        "n": n,
        "firing": firing,
        "time": time,
    }


def state_kernel(ops, columns):
    xp = ops.xp
    v = columns["v"]
    thresh = columns["thresh"]
    firing = columns["firing"]
    t = columns["t"]
    n = columns["n"]
    time = columns["time"]
    firing, time, n = check__(ops, v, thresh, firing, t, n, time)
    return {
        "firing": firing,
        "time": time,
        "n": n,
    }


def call_check(ops, columns):
    new_firing, new_time, new_n, = check__(ops, columns["v"], columns["thresh"], columns["firing"], columns["t"], columns["n"], columns["time"])
    return 0.0, {"firing": new_firing, "time": new_time, "n": new_n}


MECHANISM = MechanismType(
    name='APCount',
    kind=MechanismKind.POINT,
    variables=(
        Variable('n', VariableKind.PARAMETER),
        Variable('thresh', VariableKind.PARAMETER, default=-20.0, unit='mV'),
        Variable('time', VariableKind.PARAMETER, unit='ms'),
        Variable('firing', VariableKind.ASSIGNED),
    ),
    globals=(
    ),
    ions=(
    ),
    currents=(),
    electrode_current=False,
    kernels={
        "initial": Kernel(initial_kernel, frozenset(['t', 'thresh', 'time', 'v']), frozenset(['firing', 'n', 'time'])),
        "state": Kernel(state_kernel, frozenset(['firing', 'n', 't', 'thresh', 'time', 'v']), frozenset(['firing', 'n', 'time'])),
    },
    functions={
        "check": Procedure('check', (), Kernel(call_check, frozenset(['firing', 'n', 't', 'thresh', 'time', 'v']), frozenset(['firing', 'n', 'time'])), True),
    },
    tables=(
    ),
    function_tables={},
    diffusion=(
    ),
    carried=frozenset(['firing']),
    source=__file__,
    title='Counts upward crossings of a voltage threshold',
    digest='6b86052edf074e9f19e3e20324e1bfbb',
)
