"""Components of objects and sections as Python expressions: `o.x`, `o.f(2)`, `soma.v(.5)`, `list.o(3).x[2]`.

What a component is only the run can tell. So the code looks at the class of the object and goes straight to an attribute
where the class is in the set of those that have it (in sets that fill up while the code runs), else through a general
helper, which enters the class in the set if it may. The sets, by name of the component, are

    _n_z   classes whose objects have a number `m_z`, to be read
    _t_z   templates whose objects keep a number under "m_z" in their dictionary, to be written
    _o_z   templates whose objects have a box `m_z` of a string or an object
    _s_z   templates whose objects have sections `m_z`
    _q_z   functions, by class: a method z that takes numbers, strings, objects
    _m_z   functions, by class: a method z that takes boxes of objects too, for it may assign them
    _g_z   functions, by class: a method z called without parentheses
    _u_z   functions, by class: what writes a number z of one of NEURON's own objects

The tables of functions give the general helper for a class they don't know.

Which of them the code asks is a guess, from what the templates known by now have under that name.
"""

from __future__ import annotations

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.expressions import ExpressionEmitter
from jneuron.hoc.syntax.emit.scope import Value
from jneuron.hoc.syntax.kinds import CALLABLE, Kind

LONGEST_TWICE = 300
"""Length of Python that may stand in the code twice."""


class ComponentEmitter(ExpressionEmitter):
    """Emits components for their values."""

    def _emit_Member(self, node: ast.Member) -> Value:
        owner = self.value(node.owner)
        if node.arguments is not None:
            return self._call(owner, node, node.arguments)
        if node.indices:
            return self._element_of(owner.code, node)
        return self._plain(owner, node)

    def _guarded(self, owner: str, kind: str, name: str, quick: str, general: str) -> str:
        """Returns the Python for a component: the quick way for classes in a set; `{}` in it stands for the object."""
        found = self.temporary()
        known = self.needed(f"_{kind}_{name}")
        return f"({quick.format(found)} if type({found} := {owner}) in {known} else {general.format(found)})"

    def _called(self, owner: str, kind: str, name: str, arguments: str) -> Value:
        """The call of a method: of the function that is known for the object's class."""
        found = self.temporary()
        known = self.needed(f"_{kind}_{name}")
        given = f"{found}, {arguments}" if arguments else found
        return Value(f"{known}[type({found} := {owner})]({given})", "any")

    def _of_number(self, owner: str, test: str, quick: str, general: str, box: str = "") -> Value:
        """A component that is a number where the quick way is taken; `{}` stands for the object."""
        found = self.temporary()
        condition = f"type({found} := {owner}) {test}"
        quick, general = quick.format(found), general.format(found)
        return Value(
            f"({quick} if {condition} else {general})", "any", box, f"({quick} if {condition} else _number({general}))"
        )

    def _of_section(self, section: ast.Expression, code: str, name: str, place: str) -> Value:
        """A variable of a section that is known to be one, at a place."""
        declaration = self.declaration(section, code)
        if place == "0.5":
            return Value(f"{self.needed(f'_c_{name}')}({declaration})", "number")
        return Value(f"{self.needed(f'_d_{name}')}({declaration}, {place})", "number")

    def declaration(self, node: ast.Expression, code: str) -> str:
        """Returns the Python for the declaration of a section, which needs no handle where it has a name of its own."""
        if not isinstance(node, ast.Name) or self.kind(node.name) is not Kind.SECTION:
            return f"{code}.decl"
        place = self.variable(node.name)
        if len(node.indices) != 1:
            return f"{place}.decl"
        array = self.temporary()
        return f"({array} := {place}).data[{self.place_in_row(array, node.indices[0])}]"

    def _plain(self, owner: Value, node: ast.Member) -> Value:
        """A component without index and arguments."""
        name = node.name
        kind = self.scope.member_kind(name)
        code, general = owner.code, f"_get({{}}, {name!r})"
        if owner.type == "section":
            if self.scope.is_range(name):
                return self._of_section(node.owner, code, name, "0.5")
            return Value(f"_get({code}, {name!r})", "any")
        box = f"_get_argument({code}, {name!r})"
        if kind is None and self.scope.is_range(name):
            return self._of_number(code, "is _Section", f"{self.needed(f'_r_{name}')}({{}}, 0.5)", general, box)
        if kind in (Kind.OBJECT, Kind.STRING):
            box = self._guarded(code, "o", name, f"{{}}.m_{name}", f"_get_argument({{}}, {name!r})")
            return Value(self._guarded(code, "o", name, f"{{}}.m_{name}._value", general), "any", box)
        if kind is Kind.SECTION:
            return Value(self._guarded(code, "s", name, f"{{}}.m_{name}.first", general), "any", box)
        if kind in CALLABLE:
            return Value(self._called(code, "g", name, "").code, "any", box)
        known = self.needed(f"_n_{name}")
        return self._of_number(code, f"in {known}", f"{{}}.m_{name}", general, box)

    def _element_of(self, owner: str, node: ast.Member) -> Value:
        """A component with indices."""
        name, indices = node.name, self._index_list(node.indices)
        if name != "x" or len(node.indices) != 1 or len(indices) > LONGEST_TWICE:
            return Value(f"_get_element({owner}, {name!r}, {indices})", "any")
        # an element of a Vector, most likely
        buffer, place = self.temporary(), self.index(node.indices[0])
        if place.isdecimal():
            inside = f"{place} < {buffer}.size"
        else:
            number = self.temporary()
            inside, place = f"0 <= ({number} := {place}) < {buffer}.size", number
        element = f"({buffer} := {{0}}._buffer).memory[{place} if {inside} else _outside({{0}}, {place})]"
        if "{" in indices:
            return Value(f"_get_element({owner}, {name!r}, {indices})", "any")
        return self._of_number(owner, f"is {self.needed('_Vector')}", element, f"_get_element({{0}}, 'x', {indices})")

    def _call(self, owner: Value, node: ast.Member, nodes: tuple[ast.Expression, ...]) -> Value:
        """A component with arguments: a method, or a range variable at a place."""
        name, arguments = node.name, self._arguments(nodes)
        if node.indices:
            return Value(f"_call_element({owner.code}, {name!r}, {self._index_tuple(node.indices)}, {arguments})", "any")
        if self.scope.is_range(name) and self.scope.member_kind(name) is None:
            return self._at_place(owner, node, nodes, f"_call({{}}, {name!r}{', ' if arguments else ''}{arguments})")
        # a template gets boxes, which it may assign
        is_template = self.scope.member_kind(name) in CALLABLE
        values = [self.value(each) for each in nodes]
        boxed = any(value.type not in ("number", "truth", "text") or value.box for value in values)
        if boxed and not is_template:
            return self._called_plainly(owner, node, nodes)
        return self._called(owner.code, "m" if boxed else "q", name, arguments)

    def _called_plainly(self, owner: Value, node: ast.Member, nodes: tuple[ast.Expression, ...]) -> Value:
        """The call of a method that gets no boxes where its function is known, and else of the helper, which finds out."""
        found, function, name = self.temporary(), self.temporary(), node.name
        quick = f"{function}({found}, {self._plain_arguments(nodes)})"
        general = f"_call({found}, {name!r}, {self._arguments(nodes)})"
        known = self.needed(f"_q_{name}")
        return Value(f"({quick} if ({function} := {known}.get(type({found} := {owner.code}))) else {general})", "any")

    def _at_place(self, owner: Value, node: ast.Member, nodes: tuple[ast.Expression, ...], general: str) -> Value:
        name = node.name
        if nodes and self.scope.kind(name) is Kind.SECTION_VARIABLE:
            # to be refused
            return Value(f"_call({owner.code}, {name!r}, {self._arguments(nodes)})", "any")
        place = self.number(nodes[0]) if nodes else "0.5"
        if owner.type == "section":
            return self._of_section(node.owner, owner.code, name, place)
        if len(general) > LONGEST_TWICE or "{" in place:
            return Value(general.replace("{}", owner.code, 1), "any")
        read = self.needed(f"_r_{name}")
        return self._of_number(owner.code, "is _Section", f"{read}({{}}, {place})", general)
