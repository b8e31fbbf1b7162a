"""The texts that `topology()` and `psection()` print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jneuron.geometry.segments import refresh
from jneuron.ir.kinds import VariableKind
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.ir.mechanism_type import MechanismType


def topology_text(session: Any) -> str:
    """Returns the trees as lines of text: a dash for every segment, children below the place where they hang."""
    lines = [""]
    for root in session.model.roots():
        lines.append("|" + "-" * root.nseg + f"|       {root.full_name()}(0-1)")
        _add_children(root, 1, lines)
    return "\n".join([*lines, "", ""])


def _add_children(parent: SectionDecl, indent: int, lines: list[str]) -> None:
    for child in parent.children:
        # below the parent's segment, counted from the connected end
        slot = parent.slot(child.parent_x)
        column = indent + (slot if parent.child_x == 0.0 else parent.nseg + 1 - slot)
        direction = "(0-1)" if child.child_x == 0.0 else "(1-0)"
        lines.append(" " * column + "`" + "-" * max(child.nseg - 1, 0) + f"|       {child.full_name()}{direction}")
        _add_children(child, column, lines)


def psection_text(session: Any, section: SectionDecl) -> str:
    """Returns the parameters of a section's first segment as text in hoc's spelling."""
    model = session.model
    refresh(model, section)
    lines = [f"{section.full_name()} {{ nseg={section.nseg}  L={section.L:.6g}  Ra={section.Ra:.6g}"]
    if section.parent is None:
        number = next(i for i, root in enumerate(model.roots()) if root is section)
        lines.append(f"\t/*location 0 attached to cell {number}*/")
    else:
        connected = "0" if section.child_x == 0.0 else "1"
        lines.append(f"\t{section.parent.full_name()} connect {section.full_name()} ({connected}), {section.parent_x:.6g}")
    lines.append("\t/* First segment only */")
    lines.extend(
        f"\tinsert {name} {{{_parameters(session, name, section.mechanisms[name])}}}" for name in reversed(section.listings[0])
    )
    for process in section.point_processes:
        if process.slot == 1:
            values = _values(process.type, model.tables[process.name], process.row, "")
            lines.append(f"\tinsert {process.name} {{{values}}}")
    return "\n".join([*lines, "}", ""])


def _parameters(session: Any, name: str, row: int) -> str:
    table = session.model.tables[name]
    if name.endswith("_ion"):
        return _ion_parameters(table, name.removesuffix("_ion"), row)
    if name in ("morphology", "capacitance"):
        column = {"morphology": "diam", "capacitance": "cm"}[name]
        return f" {column}={table.column(column).item(row):.6g}"
    return _values(session.library.get(name), table, row, f"_{name}")


def _ion_parameters(table: Any, ion: str, row: int) -> str:
    """Returns what is a parameter of an ion in a segment, by its style."""
    style = int(table.column("style").item(row))
    names = [f"e{ion}"] if style >> 3 & 3 == 1 else []
    if style & 3 == 1:
        names += [f"{ion}i", f"{ion}o"]
    return "".join(f" {name}={table.column(name).item(row):.6g}" for name in names)


def _values(type_: MechanismType, table: Any, row: int, suffix: str) -> str:
    return "".join(
        f" {variable.name}{suffix}={table.column(variable.name).item(row):.6g}"
        for variable in type_.variables
        if variable.kind is VariableKind.PARAMETER and variable.visible and not variable.length
    )
