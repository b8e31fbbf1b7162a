"""Emitted from hh; edit the .mod file instead."""
from jneuron.ir.mechanism_type import (
    Diffusion, EventRequest, GlobalVariable, IonUse, Kernel, MechanismKind, MechanismType, NetReceive, Procedure,
    SendRequest, Table, Variable, VariableKind, WatchRequest,
)
from jneuron.nmodl.solvers import (
    choose, ghk, newton, none_active, recursive, refuse, solve_dense,
    sparse, sparse_linear, steady_state, steady_state_linear,
)



def exact_rates__(ops, v, celsius):
    xp = ops.xp
    q10 = xp.power(3.0, (celsius - 6.3) / 10.0)
    opening = 0.1 * vtrap__(ops, -(v + 40.0), 10.0)
    closing = 4.0 * ops.exp(-(v + 65.0) / 18.0)
    total = opening + closing
    mtau = 1.0 / (q10 * total)
    minf = opening / total
    opening = 0.07 * ops.exp(-(v + 65.0) / 20.0)
    closing = 1.0 / (ops.exp(-(v + 35.0) / 10.0) + 1.0)
    total = opening + closing
    htau = 1.0 / (q10 * total)
    hinf = opening / total
    opening = 0.01 * vtrap__(ops, -(v + 55.0), 10.0)
    closing = 0.125 * ops.exp(-(v + 65.0) / 80.0)
    total = opening + closing
    ntau = 1.0 / (q10 * total)
    ninf = opening / total
    return mtau, minf, htau, hinf, ntau, ninf


def rates__(ops, v, usetable, table_rates, celsius):
    xp = ops.xp
    if usetable:
        minf, mtau, hinf, htau, ninf, ntau = ops.interpolate(table_rates, (1.0 / ((100.0 - (-100.0)) / 200.0)) * (v - (-100.0)))
    else:
        mtau, minf, htau, hinf, ntau, ninf = exact_rates__(ops, v, celsius)
    return minf, mtau, hinf, htau, ninf, ntau


def vtrap__(ops, x, y):
    xp = ops.xp
    is_1 = xp.abs(x / y) < 1e-06
    vtrap_1 = y * (1.0 - x / y / 2.0)
    vtrap_2 = x / (ops.exp(x / y) - 1.0)
    vtrap = xp.where(is_1, vtrap_1, vtrap_2)
    return vtrap


def initial_kernel(ops, columns):
    xp = ops.xp
    v = columns["v"]
    usetable = columns["usetable"]
    table_rates = columns["table rates"]
    celsius = columns["celsius"]
    m = 0.0
    h = 0.0
    n = 0.0
    minf, mtau, hinf, htau, ninf, ntau = rates__(ops, v, usetable, table_rates, celsius)
    m = minf
    h = hinf
    n = ninf
    return {
        "m": m,
        "h": h,
        "n": n,
        "minf": minf,
        "mtau": mtau,
        "hinf": hinf,
        "htau": htau,
        "ninf": ninf,
        "ntau": ntau,
    }


def current_kernel(ops, columns):
    xp = ops.xp
    gnabar = columns["gnabar"]
    m = columns["m"]
    h = columns["h"]
    v = columns["v"]
    ena = columns["ena"]
    gkbar = columns["gkbar"]
    n = columns["n"]
    ek = columns["ek"]
    gl = columns["gl"]
    el = columns["el"]
    gna = gnabar * m * m * m * h
    ina = gna * (v - ena)
    gk = gkbar * n * n * n * n
    ik = gk * (v - ek)
    il = gl * (v - el)
    return {
        "gna": gna,
        "ina": ina,
        "gk": gk,
        "ik": ik,
        "il": il,
        "@current": ina + ik + il,
    }


def state_kernel(ops, columns):
    xp = ops.xp
    v = columns["v"]
    usetable = columns["usetable"]
    table_rates = columns["table rates"]
    celsius = columns["celsius"]
    m = columns["m"]
    dt = columns["dt"]
    h = columns["h"]
    n = columns["n"]
    minf, mtau, hinf, htau, ninf, ntau = rates__(ops, v, usetable, table_rates, celsius)
    m = m + (1.0 - ops.exp(dt * (-1.0 / mtau))) * (minf - m)
    h = h + (1.0 - ops.exp(dt * (-1.0 / htau))) * (hinf - h)
    n = n + (1.0 - ops.exp(dt * (-1.0 / ntau))) * (ninf - n)
    return {
        "minf": minf,
        "mtau": mtau,
        "hinf": hinf,
        "htau": htau,
        "ninf": ninf,
        "ntau": ntau,
        "m": m,
        "h": h,
        "n": n,
    }


def limits_of_rates(ops, columns):
    xp = ops.xp
    return {"low": -100.0, "high": 100.0}


def fill_rates(ops, columns):
    xp = ops.xp
    celsius = columns["celsius"]
    grid = ops.grid((-100.0), (100.0 - (-100.0)) / 200.0, 200 + 1)
    mtau, minf, htau, hinf, ntau, ninf, = exact_rates__(ops, grid, celsius)
    return {"table rates": ops.stack_columns((minf, mtau, hinf, htau, ninf, ntau,), 200 + 1)}


def call_rates(ops, columns, argument_0):
    new_minf, new_mtau, new_hinf, new_htau, new_ninf, new_ntau, = rates__(ops, argument_0, columns["usetable"], columns["table rates"], columns["celsius"])
    return 0.0, {"minf": new_minf, "mtau": new_mtau, "hinf": new_hinf, "htau": new_htau, "ninf": new_ninf, "ntau": new_ntau}


def call_vtrap(ops, columns, argument_0, argument_1):
    value = vtrap__(ops, argument_0, argument_1)
    return value, {}


MECHANISM = MechanismType(
    name='hh',
    kind=MechanismKind.DENSITY,
    variables=(
        Variable('gnabar', VariableKind.PARAMETER, default=0.12, unit='S/cm2', low=0.0, high=1000000000.0),
        Variable('gkbar', VariableKind.PARAMETER, default=0.036, unit='S/cm2', low=0.0, high=1000000000.0),
        Variable('gl', VariableKind.PARAMETER, default=0.0003, unit='S/cm2', low=0.0, high=1000000000.0),
        Variable('el', VariableKind.PARAMETER, default=-54.3, unit='mV'),
        Variable('gna', VariableKind.ASSIGNED, unit='S/cm2'),
        Variable('gk', VariableKind.ASSIGNED, unit='S/cm2'),
        Variable('il', VariableKind.ASSIGNED, unit='mA/cm2'),
        Variable('minf', VariableKind.ASSIGNED),
        Variable('hinf', VariableKind.ASSIGNED),
        Variable('ninf', VariableKind.ASSIGNED),
        Variable('mtau', VariableKind.ASSIGNED, unit='ms'),
        Variable('htau', VariableKind.ASSIGNED, unit='ms'),
        Variable('ntau', VariableKind.ASSIGNED, unit='ms'),
        Variable('m', VariableKind.STATE),
        Variable('h', VariableKind.STATE),
        Variable('n', VariableKind.STATE),
    ),
    globals=(
        GlobalVariable('usetable', default=1.0, static=True),
    ),
    ions=(
        IonUse(name='na', reads=('ena',), writes=('ina',), valence=None),
        IonUse(name='k', reads=('ek',), writes=('ik',), valence=None),
    ),
    currents=('ina', 'ik', 'il'),
    electrode_current=False,
    kernels={
        "initial": Kernel(initial_kernel, frozenset(['celsius', 'table rates', 'usetable', 'v']), frozenset(['h', 'hinf', 'htau', 'm', 'minf', 'mtau', 'n', 'ninf', 'ntau'])),
        "current": Kernel(current_kernel, frozenset(['ek', 'el', 'ena', 'gkbar', 'gl', 'gnabar', 'h', 'm', 'n', 'v']), frozenset(['@current', 'gk', 'gna', 'ik', 'il', 'ina'])),
        "state": Kernel(state_kernel, frozenset(['celsius', 'dt', 'h', 'm', 'n', 'table rates', 'usetable', 'v']), frozenset(['h', 'hinf', 'htau', 'm', 'minf', 'mtau', 'n', 'ninf', 'ntau'])),
    },
    functions={
        "rates": Procedure('rates', ('v',), Kernel(call_rates, frozenset(['celsius', 'table rates', 'usetable']), frozenset(['hinf', 'htau', 'minf', 'mtau', 'ninf', 'ntau'])), True),
        "vtrap": Procedure('vtrap', ('x', 'y'), Kernel(call_vtrap, frozenset([]), frozenset([])), False),
    },
    tables=(
        Table('rates', 'table rates', ('minf', 'mtau', 'hinf', 'htau', 'ninf', 'ntau'), ('celsius',), Kernel(fill_rates, frozenset(['celsius']), frozenset(['table rates'])), Kernel(limits_of_rates, frozenset(['celsius']), frozenset({"low", "high"})), 200),
    ),
    function_tables={},
    diffusion=(
    ),
    carried=frozenset([]),
    source=__file__,
    title='Sodium, potassium and leak channels of the squid giant axon',
    digest='fa59b00867747e9ac2fa8f9e815205b3',
)
