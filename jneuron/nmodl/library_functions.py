"""Functions that NMODL code may call without declaring them."""

from __future__ import annotations

# functions of numbers: a template over the arguments
ELEMENTARY = {
    "exp": "ops.exp({0})", "log": "xp.log({0})", "log10": "xp.log10({0})", "sqrt": "xp.sqrt({0})",
    "fabs": "xp.abs({0})", "abs": "xp.abs({0})", "sin": "xp.sin({0})", "cos": "xp.cos({0})", "tan": "xp.tan({0})",
    "asin": "xp.arcsin({0})", "acos": "xp.arccos({0})", "atan": "xp.arctan({0})", "sinh": "xp.sinh({0})",
    "cosh": "xp.cosh({0})", "tanh": "xp.tanh({0})", "ceil": "xp.ceil({0})", "floor": "xp.floor({0})",
    "atan2": "xp.arctan2({0}, {1})", "pow": "xp.power({0}, {1})", "fmod": "xp.fmod({0}, {1})",
    "fmax": "xp.maximum({0}, {1})", "fmin": "xp.minimum({0}, {1})", "expm1": "xp.expm1({0})", "log1p": "xp.log1p({0})",
    "erf": "ops.erf({0})", "hypot": "xp.hypot({0}, {1})",
    "not_a_number": "xp.nan",
    "round": "xp.trunc({0} + xp.copysign(0.5, {0}))", "trunc": "xp.trunc({0})", "cbrt": "xp.cbrt({0})",
}  # fmt: skip

# functions of a RANDOM variable: how many further arguments each may take
RANDOM = {
    "random_uniform": (0, 2), "random_normal": (0, 2), "random_negexp": (0, 1), "random_ipick": (0,),
    "random_dpick": (0,), "random_setseq": (1,), "random_setids": (3,),
}  # fmt: skip

# what talks to the simulator
EVENTS = frozenset({"net_send", "net_event", "net_move"})
SIMULATOR = EVENTS | {"at_time", "nrn_ghk", "nrn_pointing", "state_discontinuity", "execerror", "printf", "prterr", "fprintf"}

KNOWN = frozenset(ELEMENTARY) | frozenset(RANDOM) | SIMULATOR
