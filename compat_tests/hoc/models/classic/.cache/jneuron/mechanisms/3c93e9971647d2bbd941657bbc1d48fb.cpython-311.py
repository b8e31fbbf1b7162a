"""Emitted from pas; edit the .mod file instead."""
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
    return {
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


MECHANISM = MechanismType(
    name='pas',
    kind=MechanismKind.DENSITY,
    variables=(
        Variable('g', VariableKind.PARAMETER, default=0.001, unit='S/cm2', low=0.0, high=1000000000.0),
        Variable('e', VariableKind.PARAMETER, default=-70.0, unit='mV'),
        Variable('i', VariableKind.ASSIGNED, unit='mA/cm2'),
    ),
    globals=(
    ),
    ions=(
    ),
    currents=('i',),
    electrode_current=False,
    kernels={
        "initial": Kernel(initial_kernel, frozenset([]), frozenset([])),
        "current": Kernel(current_kernel, frozenset(['e', 'g', 'v']), frozenset(['@current', 'i'])),
    },
    functions={
    },
    tables=(
    ),
    function_tables={},
    diffusion=(
    ),
    carried=frozenset([]),
    source=__file__,
    title='Passive membrane',
    digest='3c93e9971647d2bbd941657bbc1d48fb',
)
