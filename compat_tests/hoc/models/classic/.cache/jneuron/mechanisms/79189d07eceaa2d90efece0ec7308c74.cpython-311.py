"""Emitted from IClamp; edit the .mod file instead."""
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
    i = 0.0
    return {
        "i": i,
    }


def current_kernel(ops, columns):
    xp = ops.xp
    t = columns["t"]
    del_ = columns["del"]
    dur = columns["dur"]
    amp = columns["amp"]
    is_1 = xp.logical_and(t < del_ + dur, t >= del_)
    i_1 = amp
    i_2 = 0.0
    i = xp.where(is_1, i_1, i_2)
    return {
        "i": i,
        "@current": i,
    }


MECHANISM = MechanismType(
    name='IClamp',
    kind=MechanismKind.POINT,
    variables=(
        Variable('del', VariableKind.PARAMETER, unit='ms'),
        Variable('dur', VariableKind.PARAMETER, unit='ms', low=0.0, high=1000000000.0),
        Variable('amp', VariableKind.PARAMETER, unit='nA'),
        Variable('i', VariableKind.ASSIGNED, unit='nA'),
    ),
    globals=(
    ),
    ions=(
    ),
    currents=('i',),
    electrode_current=True,
    kernels={
        "initial": Kernel(initial_kernel, frozenset([]), frozenset(['i'])),
        "current": Kernel(current_kernel, frozenset(['amp', 'del', 'dur', 't']), frozenset(['@current', 'i'])),
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
    title='Current clamp: one rectangular pulse',
    digest='79189d07eceaa2d90efece0ec7308c74',
)
