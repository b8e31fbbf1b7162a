"""Emits the look-up of a TABLE.

A program gets its tables filled, one for all instances. Where NEURON looks after a table at each call, it fills it anew when
what it depends on changes from one instance to the next: there each instance interpolates between two exact values.
"""

from __future__ import annotations

from jneuron.ir.kinds import VariableKind
from jneuron.nmodl import ast
from jneuron.nmodl.effects import block_effects
from jneuron.nmodl.emit.expressions import ATOM
from jneuron.nmodl.emit.values import Program, ValueEmitter
from jneuron.nmodl.lowered import TableLookup

_NUMBERS = (VariableKind.ASSIGNED, VariableKind.PARAMETER, VariableKind.STATE)


class TableEmitter(ValueEmitter):
    """Writes look-ups."""

    def table_lookup(self, lookup: TableLookup) -> None:
        """Writes the body of a procedure that has a TABLE."""
        outputs = [name for name, _ in lookup.outputs]
        low, high = self.number(lookup.low, ATOM), self.number(lookup.high, ATOM)
        step = f"(({high} - {low}) / {float(lookup.intervals)!r})"
        position = f"(1.0 / {step}) * ({self.value(lookup.argument, lookup)} - {low})"
        with self.writer.indented(f"if {self.value('usetable', lookup)}:"):
            if _is_of_instance(lookup, self.program):
                self._between_exact(lookup, position, low, step)
            else:
                self._interpolated(lookup, f"ops.interpolate({self._filled(lookup)}, {position})")
        before = dict(self.values)
        with self.writer.indented("else:"):
            self._exact(lookup, lookup.argument)
        assert all(self.values[name] == before.get(name, self.values[name]) for name in outputs)

    def _exact(self, lookup: TableLookup, argument: str) -> None:
        """Writes the exact computation, for an argument that has a name."""
        call = ast.Call(lookup.exact, (ast.Name(argument, span=lookup.span),), lookup.span)
        if self.program.functions[lookup.exact].word == "FUNCTION":
            self.assign(lookup.outputs[0][0], self.call_function(call))
        else:
            self.call_function(call)

    def _between_exact(self, lookup: TableLookup, position: str, low: str, step: str) -> None:
        """Writes the interpolation between exact values at the two ends of an interval."""
        place, row, part = (self.names.fresh(stem) for stem in ("position", "row", "part"))
        self.writer.line(f"{place} = {position}")
        self.writer.line(f"{row} = xp.clip(xp.floor({place}), 0.0, {float(lookup.intervals - 1)!r})")
        self.writer.line(f"{part} = xp.clip({place} - {row}, 0.0, 1.0)")
        ends: list[list[str]] = []
        for number in ("0.0", "1.0"):
            end = self.names.fresh("end")
            self.values[end] = end
            self.writer.line(f"{end} = {low} + {step} * ({row} + {number})")
            self._exact(lookup, end)
            kept = [self.names.fresh(f"at_{end}") for _ in lookup.outputs]
            for name, (output, _) in zip(kept, lookup.outputs, strict=True):
                self.writer.line(f"{name} = {self.values.get(output) or self.unset(output)}")
            ends.append(kept)
        for (output, _), first, last in zip(lookup.outputs, *ends, strict=True):
            self.assign(output, f"{first} + {part} * ({last} - {first})")

    def _interpolated(self, lookup: TableLookup, table: str) -> None:
        """Distributes the rows of a table over its variables."""
        outputs = tuple(name for name, _ in lookup.outputs)
        if any(length for _, length in lookup.outputs):
            self._unpack_rows(table, lookup)
        elif len(outputs) > 1:
            self.unpack(table, outputs)
        else:
            self.assign(outputs[0], f"{table}[0]")

    def _filled(self, lookup: TableLookup) -> str:
        """Returns the table's columns, which a table that is looked after at each call may have to work out first."""
        table = self.value(lookup.key, lookup)
        if not lookup.at_call:
            return table
        program = self.program
        limits = ast.Block((ast.ExpressionStatement(lookup.low), ast.ExpressionStatement(lookup.high)))
        effects = (program.effects[lookup.exact], block_effects(limits, self.symbols, program.effects))
        passing = set_in_passing(lookup, program)
        reads = [name for found in effects for name in found.reads if not name.startswith("@")]
        names = dict.fromkeys((*lookup.depends, *reads, *passing))
        values = ", ".join(f'"{name}": {self.value(name, lookup)}' for name in names)
        filled = self.names.fresh("filled")
        self.writer.line(f'{filled} = ops.filled("{lookup.key}", {table}, {{{values}}})')
        for name in passing:
            self.assign(name, f'{filled}.get("{name}", {self.value(name, lookup)})')
        return f'{filled}["{lookup.key}"]'

    def _unpack_rows(self, table: str, lookup: TableLookup) -> None:
        rows = self.names.fresh("rows")
        self.writer.line(f"{rows} = {table}")
        start = 0
        for name, length in lookup.outputs:
            self.assign(name, f"{rows}[{start}:{start + length}]" if length else f"{rows}[{start}]")
            start += length or 1


def _is_of_instance(lookup: TableLookup, program: Program) -> bool:
    """Whether a table is looked after at each call and depends on what instances have each for themselves."""
    variables = program.symbols.variables
    return lookup.at_call and any(name in variables and variables[name].kind in _NUMBERS for name in lookup.depends)


def set_in_passing(lookup: TableLookup, program: Program) -> list[str]:
    """Returns the variables that filling a table sets besides its outputs; NEURON leaves their last value."""
    outputs = {name for name, _ in lookup.outputs}
    symbols = program.symbols
    plain = {v.name for v in symbols.variables.values() if v.kind in _NUMBERS and not v.length} | symbols.globals.keys()
    return [name for name in program.effects[lookup.exact].writes if name in plain and name not in outputs]
