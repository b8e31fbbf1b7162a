"""Assignments as Python: statements where they can be, expressions where their value is used."""

from __future__ import annotations

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.components import ComponentEmitter
from jneuron.hoc.syntax.emit.scope import Value
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import Kind

SETTABLE = frozenset(["t", "dt", "celsius", "clamp_resist", "tstop", "v_init", "steps_per_ms"])
"""Numbers of the top level that nothing has to be done for when they are written."""


class AssignmentEmitter(ComponentEmitter):
    """Emits assignments."""

    def _emit_Assignment(self, node: ast.Assignment) -> Value:
        target = node.target
        if isinstance(target, ast.Name):
            return self._assign_name(target, node)
        if isinstance(target, ast.Argument):
            return self._assign_argument(target, node)
        if isinstance(target, ast.Call):
            return self._assign_here(target, node)
        if isinstance(target, ast.Member):
            return self._assign_member(target, node)
        raise SyntaxProblem("syntax error", -1)

    # ---- as statements

    def assignment_lines(self, node: ast.Assignment) -> list[str]:
        """Returns Python statements for an assignment whose value nobody uses."""
        target = node.target
        if isinstance(target, ast.Name):
            kind, is_array = self.kind(target.name), self.is_array(target.name)
            if kind in (Kind.VARIABLE, Kind.UNDEFINED, Kind.LOCAL):
                if not target.indices and not is_array:
                    return [f"{self._assigned(target.name)} {node.operator} {self._right_side(node)}"]
                if len(target.indices) in (1, 2) and is_array:
                    return self._element_lines(target, node)
            if kind is Kind.STRING and node.operator == "=":
                return [f"{self.variable(target.name)}._value = {self._string(node.value)}"]
            if kind in (Kind.OBJECT, Kind.LOCAL_OBJECT) and node.operator == "=":
                return self._object_lines(target, node)
            if kind is Kind.BUILTIN_VARIABLE and target.name in SETTABLE and not target.indices:
                return self._builtin_lines(target.name, node)
        if isinstance(target, ast.Member) and target.arguments is None and not isinstance(node.value, ast.Range):
            lines = self._member_lines(target, node)
            if lines:
                return lines
        return [self.value(node).code]

    def _element_lines(self, target: ast.Name, node: ast.Assignment) -> list[str]:
        array, value = self.temporary(), self._right_side(node)
        lines = [f"{array} = {self.variable(target.name)}"]
        if node.operator != "=" and "(" in value:
            # what the value's calls do to the element counts
            new = self.temporary()
            lines, value = [*lines, f"{new} = {value}"], new
        return [*lines, f"{array}.data[{self.place_in_array(array, target.indices)}] {node.operator} {value}"]

    def _object_lines(self, target: ast.Name, node: ast.Assignment) -> list[str]:
        # whether anybody wants to be told of references let go, and what is no object, is seen to by the helper
        given, new, box = self.value(node.value), self.temporary(), self._box(self.variable(target.name), target)
        if given.type not in ("any", "object"):
            return [self.value(node).code]
        return [
            f"{new} = {given.code}",
            f"if _nobody_told and ({new} is None or isinstance({new}, _HocObject)): {box}._value = {new}",
            f"else: _assign_object({box}, {new})",
        ]

    def _builtin_lines(self, name: str, node: ast.Assignment) -> list[str]:
        value, key = self.temporary(), repr(name)
        now = self.value(ast.Name(name)).code
        return [
            f"{value} = {self._combined(now, node)}",
            f"if {key} in _opened: _opened[{key}][0] = {value}",
            f"else: _set_variable({key}, {value})",
        ]

    def _member_lines(self, target: ast.Member, node: ast.Assignment) -> list[str]:
        value = self.value(node.value)
        if value.type not in ("number", "truth", "any") or (node.operator != "=" and value.type == "any"):
            return []
        owner, new = self.temporary(), self.temporary()
        given = self.argument(node.value) if value.type == "truth" else value.code
        if node.operator == "/=":
            given = f"_divisor({given})"
        if value.type == "any" and value.box:
            # a string or an object, perhaps: its box
            return []
        lines = [f"{owner} = {self.value(target.owner).code}"]
        if target.indices:
            return self._vector_lines(lines, owner, new, given, target, node) if target.name == "x" else []
        if self.scope.is_range(target.name) and self.scope.member_kind(target.name) is None:
            return []
        name = target.name
        if node.operator == "=" and self.scope.member_kind(name) is None:
            # of one of NEURON's own objects, most likely
            write = f"{self.needed(f'_u_{name}')}[type({owner})]({owner}, {new})"
            general = f"_set({owner}, {name!r}, {new})"
            return [*lines, f"{new} = {given}", f"if type({new}) is float: {write}", f"else: {general}"]
        known = self.needed(f"_t_{name}")
        general = f"_set({owner}, {name!r}, {new})"
        if node.operator != "=":
            general = f"_update({owner}, {name!r}, (), (), {node.operator[:-1]!r}, {new})"
        return [
            *lines,
            f"{new} = {given}",
            f'if type({owner}) in {known} and type({new}) is float: {owner}.__dict__["m_{name}"] {node.operator} {new}',
            f"else: {general}",
        ]

    def _vector_lines(
        self, lines: list[str], owner: str, new: str, given: str, target: ast.Member, node: ast.Assignment
    ) -> list[str]:
        if len(target.indices) != 1:
            return []
        index, place = self.temporary(), self.temporary()
        general = f"_set_element({owner}, 'x', {new}, {index})"
        if node.operator != "=":
            general = f"_update({owner}, 'x', ({index},), (), {node.operator[:-1]!r}, {new})"
        return [
            *lines,
            f"{index} = {self.number(target.indices[0])}",
            f"{new} = {given}",
            f"if type({owner}) is {self.needed('_Vector')} and 0 <= ({place} := int({index} + 1e-11)) < {owner}._buffer.size: "
            f"{owner}._buffer.memory[{place}] {node.operator} {new}",
            f"else: {general}",
        ]

    # ---- as expressions

    def _assigned(self, name: str) -> str:
        place = self.variable(name)
        if place.startswith("g_"):
            self.globals.add(place)
        if place.startswith("this."):
            # past the __setattr__ of objects, which is for what comes from outside
            self.assigns_members = True
            return f'_members["m_{name}"]'
        return place

    def _assign_name(self, target: ast.Name, node: ast.Assignment) -> Value:
        kind, place = self.kind(target.name), self.variable(target.name)
        if kind is Kind.STRING:
            if node.operator != "=":
                raise SyntaxProblem("Invalid assignment operator. Only '=' allowed.", -1)
            return Value(f"_set_box({place}, {self._string(node.value)})", "text", place)
        if kind in (Kind.OBJECT, Kind.LOCAL_OBJECT):
            if node.operator != "=":
                raise SyntaxProblem("Invalid assignment operator for object", -1)
            box = self._box(place, target)
            given = self.value(node.value)
            if given.type == "any":
                return Value(f"_assign_object({box}, {given.code})", "object", box)
            return Value(f"_set_box({box}, {self.object(node.value)})", "object", box)
        if kind is Kind.BUILTIN_VARIABLE:
            value = self._combined(f"_get_variable({target.name!r})", node)
            return Value(f"_set_variable({target.name!r}, {value}, {self._index_tuple(target.indices)})", "number")
        if kind in (Kind.RANGE, Kind.SECTION_VARIABLE):
            return self._assign_here(ast.Call(target.name, (), target.indices), node)
        if kind not in (Kind.VARIABLE, Kind.UNDEFINED, Kind.LOCAL):
            raise SyntaxProblem("syntax error", -1)
        if target.indices or self.is_array(target.name):
            return self._assign_element(place, target, node)
        value = self._combined(place, node)
        owner, _, attribute = place.rpartition(".")
        if owner == "this":
            self.assigns_members = True
            return Value(f"_set_item(_members, {attribute!r}, {value})", "number")
        if owner:
            return Value(f"_set_attribute({owner}, {attribute!r}, {value})", "number")
        return Value(f"({self._assigned(target.name)} := {value})", "number")

    def _assign_element(self, place: str, target: ast.Name, node: ast.Assignment) -> Value:
        if not self.is_array(target.name):
            return Value(f"_not_an_array({target.name!r})", "number")
        operator = repr(node.operator[:-1])
        indices = self._index_list(target.indices)
        if node.operator == "=":
            return Value(f"{place}.set({self.number(node.value)}, {indices})", "number")
        return Value(f"{place}.update({operator}, {self.number(node.value)}, {indices})", "number")

    def _string(self, node: ast.Expression) -> str:
        """Returns the Python for what is assigned to a string."""
        value = self.value(node)
        if value.type == "text":
            return value.code
        is_component = isinstance(node, ast.Member) and node.arguments is None
        return f"_string_component({value.code})" if is_component else f"_string({value.box or value.code})"

    def _combined(self, place: str, node: ast.Assignment) -> str:
        value = self._right_side(node)
        return value if node.operator == "=" else f"{place} {node.operator[0]} {value}"

    def _right_side(self, node: ast.Assignment) -> str:
        """Returns the Python for the number on the right, which NEURON refuses in words of its own where it divides by zero."""
        value = self.number(node.value)
        return f"_divisor({value})" if node.operator == "/=" else value

    def _assign_argument(self, target: ast.Argument, node: ast.Assignment) -> Value:
        place = f"{target.position - 1}" if target.position else "int(l_i + 1e-11) - 1"
        self.changes_arguments = True
        if target.kind == "s":
            return Value(f"_set_box(_text_box(a, {place}), {self.text(node.value)})", "text", f"_text_box(a, {place})")
        if target.kind == "o":
            box = f"_object_box(a, {place})"
            return Value(f"_set_box({box}, {self.object(node.value)})", "object", box)
        if target.kind == "&":
            index = f"int({self.number(target.indices[0])} + 1e-11)" if target.indices else "0"
            old = f"_reference_of(a, {place})[{index}]"
            return Value(f"_set_item(_reference_of(a, {place}), {index}, {self._combined(old, node)})", "number")
        return Value(f"_set_item(a, {place}, {self._combined(f'a[{place}]', node)})", "number")

    def _assign_here(self, target: ast.Call, node: ast.Assignment) -> Value:
        if self.kind(target.name) not in (Kind.RANGE, Kind.SECTION_VARIABLE):
            raise SyntaxProblem("syntax error", -1)
        if isinstance(node.value, ast.Range):
            return Value(f"_set_ramp({self.current()}, {self._ramp(target, node)})", "nothing")
        if node.operator != "=" and not target.arguments and not target.indices:
            operator, value = node.operator[:-1], self._right_side(node)
            return Value(f"_update_here({self.current()}, {target.name!r}, {operator!r}, {value})", "number")
        x = self.number(target.arguments[0]) if target.arguments else "None"
        now = target if target.arguments else ast.Name(target.name, target.indices)
        value = self._combined(self.value(now).code, node)
        if target.indices:
            place = f"{target.name!r}, {x}, {self._index_tuple(target.indices)}"
            return Value(f"_put_value({self.current()}, {place}, {value})", "number")
        return Value(f"{self.needed(f'_w_{target.name}')}({self.top_of_stack()}, {x}, {value})", "number")

    def _ramp(self, target: ast.Call | ast.Member, node: ast.Assignment) -> str:
        assert target.arguments is not None and isinstance(node.value, ast.Range)
        places = target.arguments[0]
        assert isinstance(places, ast.Range)
        numbers = [self.number(each) for each in (places.first, places.last, node.value.first, node.value.last)]
        return f"{target.name!r}, {', '.join(numbers)}, {node.operator!r}"

    def _assign_member(self, target: ast.Member, node: ast.Assignment) -> Value:
        holder = self.value(target.owner)
        owner = holder.code
        if isinstance(node.value, ast.Range):
            return Value(f"_set_ramp({owner}.living(), {self._ramp(target, node)})", "nothing")
        if holder.type == "section" and not target.indices and node.operator == "=" and self.scope.is_range(target.name):
            x = self.number(target.arguments[0]) if target.arguments else "None"
            declaration = self.declaration(target.owner, owner)
            return Value(f"{self.needed(f'_w_{target.name}')}({declaration}, {x}, {self.number(node.value)})", "number")
        value = self.argument(node.value)
        if node.operator == "=" and target.arguments is None and not target.indices:
            return Value(f"_set({owner}, {target.name!r}, {value})", "any")
        if node.operator == "=" and target.arguments is None:
            return Value(f"_set_element({owner}, {target.name!r}, {value}, {self._index_list(target.indices)})", "any")
        places = f"{self._index_tuple(target.indices)}, {self._index_tuple(target.arguments or ())}"
        return Value(f"_update({owner}, {target.name!r}, {places}, {node.operator[:-1]!r}, {value})", "any")
