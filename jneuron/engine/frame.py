"""The values of one step while it is being made: where kernels read, and where their results go.

A frame holds what the state holds, plus what lives within a step only (the currents, and every assigned variable that is
written before it is read). All functions that build a step take a frame and change it; below it everything is immutable,
so a traced step is a pure function of the state it began with. `ops` may be NumPy's: `initialise` runs on the host.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from jneuron.engine.array_ops import scatter_add, scatter_set, scatter_where
from jneuron.ir.mechanism_type import MechanismKind
from jneuron.ir.program import GroupSpec, Key, Params, Program, State

Array = Any


class Frame:
    """Values during a step.

    Attributes:
        t, v: Time [ms] and voltage [mV].
        groups: For each group the values of its variables so far, and of the globals that it changes.
        ions: For each ion the values of its variables so far. (node,)
        failed: NaN where a solver failed in this step, else 0; None where nothing is solved that may fail. (node,)
    """

    def __init__(self, ops: Any, program: Program, params: Params, state: State) -> None:
        self.ops, self.xp = ops, ops.xp
        self.program, self.params = program, params
        self._ion_index = {spec.name: k for k, spec in enumerate(program.ions)}
        self.node: dict[str, Array] = {}
        self.failed: Array | None = None
        self.go_on_from(state)

    def go_on_from(self, state: State) -> None:
        """Takes over the values of a state."""
        self.t, self.v = state.t, state.v
        self.groups: list[dict[str, Array]] = [dict(g) for g in state.groups]
        self.ions: list[dict[str, Array]] = [dict(i) for i in state.ions]
        self.played = state.played
        self.net = state.net
        self.numbers = state.numbers

    def state(self) -> State:
        """Returns what the next step starts from."""
        program = self.program
        groups = tuple({n: g[n] for n in sorted(s.kept | s.shared)} for s, g in zip(program.groups, self.groups, strict=True))
        ions = tuple({n: i[n] for n in sorted(spec.dynamic)} for spec, i in zip(program.ions, self.ions, strict=True))
        return State(t=self.t, v=self.v, groups=groups, ions=ions, played=self.played, net=self.net, numbers=self.numbers)

    # ---- reading

    def inputs(self, g: int, names: Iterable[str], v: Array | None = None) -> dict[str, Array]:
        """Returns what a kernel of group `g` reads.

        Args:
            g: The group.
            names: The names it reads.
            v: Voltage of its instances, where it is not the present one [mV].
        """
        return {name: self._input(g, name, v) for name in names}

    def _input(self, g: int, name: str, v: Array | None) -> Array:
        spec, params = self.program.groups[g], self.params
        if name == "v" and spec.type.has_node:
            return self.at_instances(g, self.v) if v is None else v
        for pointer, keys in spec.pointers:
            if pointer == name:
                return self._pointed(g, name, keys)
        if any(name in use.reads for use in spec.type.ions):
            return self._of_ion(g, name)
        for values in (self.groups[g], params.groups[g], params.globals[g], params.tables[g]):
            if name in values:
                return values[name]
        if name == "usetable":
            return not spec.exact
        if name == "t":
            return self.t
        if any(name in use.writes for use in spec.type.ions):
            return self._of_ion(g, name)
        return params.hoc[name]

    def _of_ion(self, g: int, name: str) -> Array:
        uses = self.program.groups[g].type.ions
        ion = next(self._ion_index[use.name] for use in uses if name in use.reads or name in use.writes)
        values = self.ions[ion] if name in self.ions[ion] else self.params.ions[ion]
        return self.at_instances(g, values[name])

    def _pointed(self, g: int, name: str, keys: tuple[Key, ...]) -> Array:
        total: Array = 0.0
        for k, key in enumerate(keys):
            rows, here = self.params.pointers[g][f"{name}/{k}"]
            total = total + self.xp.where(here, self.column(key).reshape(-1)[rows], 0.0)
        return total

    def at_instances(self, g: int, values: Array) -> Array:
        """Returns a node column at the nodes of a group's instances. (instance,)"""
        spec = self.program.groups[g]
        if spec.start is not None:
            return values[spec.start : spec.start + spec.n_instance]
        return values[self.params.groups[g]["@node"]]

    def column(self, key: Key) -> Array:
        """Returns a column by its key, as it stands now."""
        place, name = key
        if place == "node":
            return self.v if name == "v" else self.node[name]
        if place == "hoc":
            return self.t if name == "t" else self.params.hoc[name]
        if place == "cable":
            return self.params.cable[name]
        if place == "weight":
            return self.net.weights
        if place == "number":
            return self.numbers
        if place.endswith("_ion"):
            k = self._ion_index[place.removesuffix("_ion")]
            return self.ions[k][name] if name in self.ions[k] else self.params.ions[k][name]
        for g, spec in enumerate(self.program.groups):
            if spec.name == place:
                return self.groups[g][name] if name in self.groups[g] else self.params.groups[g][name]
            if f"{spec.name}@global" == place:
                if name in self.groups[g]:
                    return self.groups[g][name]
                return self.params.globals[g][name]
        raise KeyError(key)

    # ---- writing

    def absorb(self, g: int, outputs: Mapping[str, Array]) -> None:
        """Takes a kernel's results: instance variables, and the concentrations and potentials it writes to its ions."""
        spec = self.program.groups[g]
        own = {v.name for v in spec.type.variables}
        shared = {v.name: v.length for v in spec.type.globals}
        for name, value in outputs.items():
            if name.startswith("@"):
                continue
            if any(name == pointer for pointer, _ in spec.pointers):
                self._put_pointed(g, name, self._full(spec, value))
            elif name in own:
                self.groups[g][name] = self._full(spec, value)
            elif name in shared:
                self.groups[g][name] = of_last_instance(value, shared[name], self.params.groups[g].get("@order"))
            for use in spec.type.ions:
                if name in use.writes and name != f"i{use.name}":
                    ion = self._ion_index[use.name]
                    present = self.ions[ion][name] if name in self.ions[ion] else self.params.ions[ion][name]
                    self.ions[ion][name] = self.put_at_nodes(g, present, value)

    def note_failures(self, g: int, outputs: Mapping[str, Array]) -> None:
        """Notes where a solver failed."""
        outcome = outputs.get("@outcome", 0)
        # a plain number means that nothing can fail
        if not isinstance(outcome, int) and self.program.groups[g].type.has_node:
            failed = self.xp.where(outcome > 0, self.xp.nan, 0.0)
            self.failed = self.add_at_nodes(g, self.xp.zeros_like(self.v) if self.failed is None else self.failed, failed)

    def end_where_failed(self) -> None:
        """Makes the voltage no number where a solver failed, which ends the run."""
        if self.failed is not None:
            self.v = self.v + self.failed

    def _put_pointed(self, g: int, name: str, values: Array) -> None:
        """Writes through a POINTER of every instance; no two of them point at the same element."""
        keys = dict(self.program.groups[g].pointers)[name]
        for k, key in enumerate(keys):
            rows, here = self.params.pointers[g][f"{name}/{k}"]
            column = self.column(key)
            flat = column.reshape(-1)
            flat = scatter_where(self.xp, flat, rows, here, values)
            self.replace_column(key, flat.reshape(column.shape))

    def replace_column(self, key: Key, values: Array) -> None:
        """Puts a column in the place of one that `column` gives; for what POINTERs write."""
        place, name = key
        if key == ("node", "v"):
            self.v = values
        elif place == "number":
            self.numbers = values
        elif place.endswith("_ion"):
            self.ions[self._ion_index[place.removesuffix("_ion")]][name] = values
        else:
            g = next(g for g, spec in enumerate(self.program.groups) if place in (spec.name, f"{spec.name}@global"))
            self.groups[g][name] = values

    def _full(self, spec: GroupSpec, value: Array) -> Array:
        """Returns a value with an instance axis; kernels may give one number for all instances."""
        if getattr(value, "ndim", 0) == 0:
            return self.xp.full((spec.n_instance,), value)
        return value

    def put_at_nodes(self, g: int, present: Array, values: Array) -> Array:
        """Returns a node column with the values of a group's instances put in. (node,)"""
        spec, xp = self.program.groups[g], self.xp
        values = self._full(spec, values)
        if "@instance" not in self.params.groups[g]:
            return scatter_set(xp, present, self.params.groups[g]["@node"], values)
        instance = self.params.groups[g]["@instance"]
        padded = xp.concatenate([values, xp.zeros(1)])
        return xp.where(instance < spec.n_instance, padded[instance], present)

    def add_at_nodes(self, g: int, present: Array, values: Array) -> Array:
        """Returns a node column with the values of a group's instances added. (node,)"""
        spec, xp = self.program.groups[g], self.xp
        values = self._full(spec, values)
        if spec.start is not None:
            after = present.shape[0] - spec.start - spec.n_instance
            return present + xp.pad(values, (spec.start, after))
        if "@instance" in self.params.groups[g]:
            return present + xp.concatenate([values, xp.zeros(1)])[self.params.groups[g]["@instance"]]
        return scatter_add(xp, present, self.params.groups[g]["@node"], values)


def of_last_instance(value: Array, length: int, order: Array | None = None) -> Array:
    """Returns the value of a global after all instances have set it, one after another.

    Args:
        value: What each has set, or one for all.
        length: Of an array variable; 0 for a scalar.
        order: The order of the instances; as they lie where it is None.
    """
    if getattr(value, "ndim", 0) <= (1 if length else 0):
        return value
    return value[..., -1 if order is None else order[-1]]


def has_membrane(spec: GroupSpec) -> bool:
    """Tells whether a group's instances sit on the membrane."""
    return spec.type.kind in (MechanismKind.DENSITY, MechanismKind.POINT)
