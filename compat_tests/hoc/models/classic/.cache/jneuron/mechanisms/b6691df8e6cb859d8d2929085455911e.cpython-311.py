"""Emitted from ExpSyn; edit the .mod file instead."""
from jneuron.ir.mechanism_type import (
    Diffusion, EventRequest, GlobalVariable, IonUse, Kernel, MechanismKind, MechanismType, NetReceive, Procedure,
    SendRequest, Table, Variable, VariableKind, WatchRequest,
)
from jneuron.nmodl.solvers import (
    choose, ghk, newton, none_active, recursive, refuse, solve_dense,
    sparse, sparse_linear, steady_state, steady_state_linear,
)



def initial_kernel(ops, columns):
    xp = ops.xp
    g = 0.0
    g = 0.0
    return {
        "g": g,
    }


def current_kernel(ops, columns):
    xp = ops.xp
    g = columns["g"]
    v = columns["v"]
    e = columns["e"]
    i = g * (v - e)
    return {
        "i": i,
        "@current": i,
    }


def state_kernel(ops, columns):
    xp = ops.xp
    g = columns["g"]
    dt = columns["dt"]
    tau = columns["tau"]
    g = g + (1.0 - ops.exp(dt * (-1.0 / tau))) * -g
    return {
        "g": g,
    }


def net_receive_kernel(ops, columns):
    xp = ops.xp
    g = columns["g"]
    weight = columns["weight"]
    g = g + weight
    return {
        "g": g,
    }


MECHANISM = MechanismType(
    name='ExpSyn',
    kind=MechanismKind.POINT,
    variables=(
        Variable('tau', VariableKind.PARAMETER, default=0.1, unit='ms', low=1e-09, high=1000000000.0),
        Variable('e', VariableKind.PARAMETER, unit='mV'),
        Variable('i', VariableKind.ASSIGNED, unit='nA'),
        Variable('g', VariableKind.STATE, unit='uS'),
    ),
    globals=(
    ),
    ions=(
    ),
    currents=('i',),
    electrode_current=False,
    kernels={
        "initial": Kernel(initial_kernel, frozenset([]), frozenset(['g'])),
        "current": Kernel(current_kernel, frozenset(['e', 'g', 'v']), frozenset(['@current', 'i'])),
        "state": Kernel(state_kernel, frozenset(['dt', 'g', 'tau']), frozenset(['g'])),
    },
    functions={
    },
    tables=(
    ),
    net_receive=NetReceive(('weight',), Kernel(net_receive_kernel, frozenset(['g', 'weight']), frozenset(['g'])), sends=False,
        for_netcons=False, watches=()),
    function_tables={},
    diffusion=(
    ),
    carried=frozenset([]),
    source=__file__,
    title='Synapse whose conductance jumps by the weight and decays exponentially',
    digest='b6691df8e6cb859d8d2929085455911e',
)
