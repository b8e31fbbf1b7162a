"""`h.setpointer`: makes a POINTER variable of a mechanism point somewhere."""

from __future__ import annotations

from typing import Any

from jneuron.facade.calls import Arguments, is_reference
from jneuron.facade.functions import function
from jneuron.facade.mechanism import Mechanism
from jneuron.facade.point_process import PointProcess
from jneuron.ir.kinds import VariableKind

WRONG = "setpointer(_ref_hocvar, 'POINTER_name', point_process or nrn.Mechanism))"


@function("setpointer")
def setpointer(session: Any, given: Arguments) -> float:
    """`setpointer(reference, name, point_process or mechanism)`."""
    if len(given.values) != 3 or not is_reference(given.values[0]) or not isinstance(given.values[1], str):
        raise TypeError(WRONG)
    reference, name, target = given.values
    if isinstance(target, PointProcess):
        type_, row = target.type, target.decl.row
    elif isinstance(target, Mechanism):
        type_, row = session.library.get(target.name()), target._row()
    else:
        raise TypeError(WRONG)
    variable = type_.variable(name)
    if variable is None or variable.kind is not VariableKind.POINTER:
        raise TypeError(f"{name} is not a POINTER in {type_.name}")
    session.model.set_pointer(type_.name, row, name, reference)
    return 1.0
