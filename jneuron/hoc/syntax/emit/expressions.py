"""Expressions of hoc as Python expressions."""

from __future__ import annotations

from collections.abc import Mapping

from jneuron.hoc.syntax import ast
from jneuron.hoc.syntax.emit.quiet import NUMERIC_FUNCTIONS, SECTION_FUNCTIONS, is_quiet
from jneuron.hoc.syntax.emit.scope import Scope, Value
from jneuron.hoc.syntax.errors import SyntaxProblem
from jneuron.hoc.syntax.kinds import PYTHON_SECTIONS, Kind

COMPARISONS = {"<": "{} < {} - _eps", "<=": "{} <= {} + _eps", ">": "{} > {} + _eps", ">=": "{} >= {} - _eps"}
ARITHMETIC = frozenset("+-*/")
INDEX_EPSILON = 1e-11
PLAIN_NUMBERS = frozenset(
    ["t", "dt", "celsius", "clamp_resist", "PI", "E", "GAMMA", "DEG", "PHI", "FARADAY", "R", "tstop", "v_init", "steps_per_ms"]
)
"""Numbers of the top level that nothing has to be done for when they are read or written."""


class ExpressionEmitter:
    """Emits the expressions of one function or top-level statement.

    Attributes:
        scope: What names stand for.
        parameters: Places of number literals that the function gets as arguments, with their Python names.
        globals: Namespace keys that the function assigns.
        needs: Namespace keys that have to be provided: built-in functions, accessors, sets of classes.
        depends: What each name meant when the code was emitted.
        changes_arguments: Whether it assigns one of its own arguments.
        assigns_members: Whether it assigns numbers of its object.
        locals: The local names declared so far.
        addressed: Local numbers whose place is handed out: they live in boxes.
        arrays: Which names the function itself has declared so far, with sizes or without.
        in_procedure: Whether there are arguments.
        known_section: The Python name of the currently accessed section's declaration, where the code knows it.
    """

    def __init__(self, scope: Scope, parameters: Mapping[int, str] | None = None) -> None:
        self.scope = scope
        self.parameters = parameters or {}
        self.globals: set[str] = set()
        self.needs: set[str] = set()
        self.depends: dict[str, Kind] = {}
        self.changes_arguments = False
        self.assigns_members = False
        self.locals: dict[str, Kind] = {}
        self.arrays: dict[str, bool] = {}
        self.addressed: frozenset[str] = frozenset()
        self.in_procedure = False
        self.known_section = ""
        self._n_temporary = 0

    # ---- names

    def kind(self, name: str) -> Kind:
        """Returns what a name stands for, and notes that the code depends on it."""
        known = self.locals.get(name)
        if known is None:
            known = self.depends[name] = self.scope.kind(name)
        return known

    def is_array(self, name: str) -> bool:
        """Tells whether a name has sizes: as declared in this very function, or before."""
        if name in self.locals:
            return False
        declared = self.arrays.get(name)
        return self.scope.is_array(name) if declared is None else declared

    def variable(self, name: str) -> str:
        """Returns the Python for a name's place."""
        if name in self.locals:
            return f"l_{name}._value" if name in self.addressed else f"l_{name}"
        if name.startswith(PYTHON_SECTIONS):
            return f"_python_section({name.partition('.')[2]!r})"
        if self.scope.is_member(name):
            return f"this.m_{name}"
        return f"g_{name}"

    def temporary(self) -> str:
        """Returns a Python name that nothing else has."""
        self._n_temporary += 1
        return f"_t{self._n_temporary}"

    # ---- values

    def value(self, node: ast.Expression) -> Value:
        """Returns the Python for an expression."""
        return getattr(self, f"_emit_{type(node).__name__}")(node)  # type: ignore[no-any-return]

    def number(self, node: ast.Expression) -> str:
        """Returns the Python for a number."""
        value = self.value(node)
        code = value.code
        if value.type == "number" or value.number:
            return value.number or code
        if value.type == "truth":
            return f"(1.0 if {code} else 0.0)"
        if value.type == "any":
            found = self.temporary()
            return f"({found} if type({found} := {code}) is float else _number({found}))"
        return f"_number({value.box or code})"

    def needed(self, key: str) -> str:
        """Returns a namespace key, and notes that the code needs it."""
        self.needs.add(key)
        return key

    def index(self, node: ast.Expression) -> str:
        """Returns the Python for an index, rounded as hoc rounds."""
        code = self.number(node)
        try:
            return str(int(float(code) + INDEX_EPSILON))
        except ValueError:
            return f"int({code} + {INDEX_EPSILON})"

    def operand(self, node: ast.Expression) -> str:
        """Returns the Python for an operand: a number or a bool."""
        value = self.value(node)
        return value.code if value.type in ("number", "truth", "nothing") else self.number(node)

    def condition(self, node: ast.Expression) -> str:
        """Returns the Python for what `if` and `while` ask."""
        value = self.value(node)
        return value.code if value.type == "truth" else self.number(node)

    def text(self, node: ast.Expression) -> str:
        """Returns the Python for a string."""
        code, kind = self.value(node)[:2]
        return code if kind == "text" else f"_text({code})"

    def object(self, node: ast.Expression) -> str:
        """Returns the Python for an object."""
        code, kind = self.value(node)[:2]
        return code if kind == "object" else f"_object({code})"

    def section(self, node: ast.Expression) -> str:
        """Returns the Python for a section."""
        code, kind = self.value(node)[:2]
        return code if kind == "section" else f"_section({code})"

    def argument(self, node: ast.Expression) -> str:
        """Returns the Python for an argument: a number, a string or its box, an object or its box, a reference."""
        value = self.value(node)
        if value.box:
            return value.box
        if value.type == "truth":
            return f"(1.0 if {value.code} else 0.0)"
        return value.code

    def _arguments(self, nodes: tuple[ast.Expression, ...]) -> str:
        return ", ".join(self.argument(node) for node in nodes)

    def _plain_arguments(self, nodes: tuple[ast.Expression, ...]) -> str:
        """Arguments for what knows no boxes of objects."""
        items = []
        for node in nodes:
            value = self.value(node)
            if value.type == "any":
                # a box of a string stays one: it may be assigned
                items.append(f"_unboxed({value.box or value.code})")
            else:
                items.append(value.code if value.type == "object" else self.argument(node))
        return ", ".join(items)

    # ---- literals and operators

    def _emit_Number(self, node: ast.Number) -> Value:
        name = self.parameters.get(node.place)
        if name is not None:
            return Value(name, "number")
        text = repr(node.value)
        return Value("_inf" if text == "inf" else text, "number")

    def _emit_Text(self, node: ast.Text) -> Value:
        return Value(repr(node.value), "text")

    def _emit_Unary(self, node: ast.Unary) -> Value:
        if node.operator == "!":
            return Value(f"(not {self.condition_value(node.operand)})", "truth")
        return Value(f"(-{self.operand(node.operand)})", "number")

    def condition_value(self, node: ast.Expression) -> str:
        """Returns the Python for what `!` asks of: an object is true."""
        value = self.value(node)
        return f"({value.code})" if value.type in ("truth", "number") else f"_truth({value.box or value.code})"

    def _emit_Binary(self, node: ast.Binary) -> Value:
        operator = node.operator
        if operator in ("==", "!="):
            return self._equality(node)
        given = self.value(node.right)
        if given.type in ("object", "section"):
            return Value(f"_wrong_operand({self.value(node.left).code}, {given.box or given.code})", "number")
        left, right = self.operand(node.left), self.operand(node.right)
        if operator in ARITHMETIC:
            return Value(f"({left} {operator} {right})", "number")
        if operator in COMPARISONS:
            return Value(f"({COMPARISONS[operator].format(left, right)})", "truth")
        if operator == "^":
            return Value(f"_power({left}, {right})", "number")
        if operator == "%":
            return Value(f"_modulo({left}, {right})", "number")
        # both sides are always evaluated
        sign = "&" if operator == "&&" else "|"
        return Value(f"({self.truth(node.left)} {sign} {self.truth(node.right)})", "truth")

    def truth(self, node: ast.Expression) -> str:
        """Returns the Python for whether an operand is not zero."""
        value = self.value(node)
        return value.code if value.type == "truth" else f"({self.operand(node)} != 0.0)"

    def _equality(self, node: ast.Binary) -> Value:
        left, right = self.value(node.left), self.value(node.right)
        if left.type in ("number", "truth") and right.type in ("number", "truth"):
            inside = f"(-_eps <= {left.code} - {right.code} <= _eps)"
        else:
            inside = f"_equal({left.code}, {right.code})"
        return Value(inside if node.operator == "==" else f"(not {inside})", "truth")

    # ---- names

    def _emit_Name(self, node: ast.Name) -> Value:
        kind = self.kind(node.name)
        place = self.variable(node.name)
        if kind in (Kind.VARIABLE, Kind.UNDEFINED, Kind.LOCAL):
            return Value(self._element(place, node), "number")
        if kind is Kind.STRING:
            return Value(f"{place}._value", "text", place)
        if kind in (Kind.OBJECT, Kind.LOCAL_OBJECT):
            if place == "this.m_this":
                return Value("this", "object", "_new_box(this)")
            box = self._box(place, node)
            return Value(f"{box}._value", "object", box)
        if kind is Kind.SECTION:
            return Value(f"{place}.at({self._index_list(node.indices)})" if node.indices else f"{place}.first", "section")
        if kind is Kind.BUILTIN_VARIABLE:
            return self._builtin_variable(node)
        if kind in (Kind.RANGE, Kind.SECTION_VARIABLE):
            return self._range_here(node.name, node.indices, None)
        if kind is Kind.TEMPLATE:
            if len(node.indices) != 1:
                raise SyntaxProblem("syntax error", -1)
            return Value(f"_named_object({node.name!r}, {self.number(node.indices[0])})", "object")
        raise SyntaxProblem("syntax error", -1)

    def _builtin_variable(self, node: ast.Name) -> Value:
        if node.indices:
            return Value(f"_get_variable({node.name!r}, {self._index_tuple(node.indices)})", "number")
        if node.name in PLAIN_NUMBERS:
            name = repr(node.name)
            return Value(f"(_fresh[{name}][0] if {name} in _fresh else _get_variable({name}))", "number")
        return Value(f"_get_variable({node.name!r})", "number")

    def _range_here(self, name: str, indices: tuple[ast.Expression, ...], x: ast.Expression | None) -> Value:
        place = "None" if x is None else self.number(x)
        if indices:
            return Value(f"_value({self.current()}, {name!r}, {place}, {self._index_tuple(indices)})", "number")
        section = self.top_of_stack()
        if place in ("None", "0.5"):
            return Value(f"{self.needed(f'_c_{name}')}({section})", "number")
        return Value(f"{self.needed(f'_d_{name}')}({section}, {place})", "number")

    def current(self) -> str:
        """Returns the Python for the currently accessed section's declaration, which is alive."""
        if self.known_section:
            return self.known_section
        top = self.temporary()
        return f"({top} if _stack and ({top} := _stack[-1]).alive else _current())"

    def top_of_stack(self) -> str:
        """Returns the same for what refuses a deleted section itself."""
        return self.known_section or "(_stack[-1] if _stack else _current())"

    def _element(self, place: str, node: ast.Name) -> str:
        if not node.indices:
            return f"{place}.data[0]" if self.is_array(node.name) and node.name not in self.locals else place
        if not self.is_array(node.name) or node.name in self.locals:
            return f"_not_an_array({node.name!r})"
        if len(node.indices) <= 2:
            array = self.temporary()
            return f"({array} := {place}).data[{self.place_in_array(array, node.indices)}]"
        return f"{place}.get({self._index_list(node.indices)})"

    def place_in_array(self, array: str, indices: tuple[ast.Expression, ...]) -> str:
        """Returns the Python for a place in an array of one or two dimensions; `outside` of the array refuses what is none."""
        if len(indices) == 1:
            return self.place_in_row(array, indices[0])
        row, column = self.temporary(), self.temporary()
        inside = (
            f"0 <= ({row} := {self.index(indices[0])}) < {array}.height "
            f"and 0 <= ({column} := {self.index(indices[1])}) < {array}.width"
        )
        return f"{row} * {array}.width + {column} if {inside} else {array}.position(({self._index_list(indices)}))"

    def place_in_row(self, array: str, index: ast.Expression) -> str:
        """Returns the Python for a place in an array of one dimension; `outside` of the array refuses what is none."""
        place = self.index(index)
        if place.isdecimal():
            return f"{place} if {place} < {array}.row else {array}.outside({place})"
        number = self.temporary()
        return f"{number} if 0 <= ({number} := {place}) < {array}.row else {array}.outside({number})"

    def _box(self, place: str, node: ast.Name) -> str:
        if node.name in self.locals and not node.indices:
            return place
        if self.is_array(node.name) and node.name not in self.locals:
            if len(node.indices) != 1:
                return f"{place}.box({self._index_list(node.indices)})"
            array = self.temporary()
            return f"({array} := {place}).data[{self.place_in_row(array, node.indices[0])}]"
        return f"_not_an_array({node.name!r})" if node.indices else place

    def _index_list(self, indices: tuple[ast.Expression, ...]) -> str:
        return ", ".join(self.number(index) for index in indices)

    def _index_tuple(self, indices: tuple[ast.Expression, ...]) -> str:
        return f"({self._index_list(indices)},)" if indices else "()"

    def _emit_Argument(self, node: ast.Argument) -> Value:
        place = f"{node.position - 1}" if node.position else "int(l_i + 1e-11) - 1"
        if node.kind == "":
            return Value(f"a[{place}]" if node.position else f"_numbered(a, {place})", "any")
        if node.kind == "s":
            return Value(f"_text_of(a, {place})", "text", f"_text_box(a, {place})")
        if node.kind == "o":
            return Value(f"_object_of(a, {place})", "object", f"_object_box(a, {place})")
        reference = f"_reference_of(a, {place})"
        if node.indices:
            return Value(f"{reference}[int({self.number(node.indices[0])} + 1e-11)]", "number", "")
        return Value(f"{reference}[0]", "number")

    # ---- calls and components

    def _emit_Call(self, node: ast.Call) -> Value:
        name, kind = node.name, self.kind(node.name)
        if kind in (Kind.RANGE, Kind.SECTION_VARIABLE):
            if name == "nseg":
                return Value(f"_undefined_function({name!r})", "number")
            return self._range_here(name, node.indices, node.arguments[0] if node.arguments else None)
        if kind is Kind.MECHANISM:
            raise SyntaxProblem("syntax error", -1)
        if kind is Kind.BUILTIN_FUNCTION:
            return self._builtin_call(node)
        if kind is Kind.BUILTIN_PROCEDURE:
            return Value(self._builtin_call(node).code, "nothing")
        if kind is Kind.SECTION:
            return Value(f"_nothing({self._arguments(node.arguments)})", "nothing")
        if kind is Kind.PROCEDURE:
            return Value(f"{self.variable(name)}({self._arguments(node.arguments)})", "nothing")
        if kind is Kind.FUNCTION:
            return Value(f"{self.variable(name)}({self._arguments(node.arguments)})", "number")
        if kind is Kind.OBJECT_FUNCTION:
            return Value(f"{self.variable(name)}({self._arguments(node.arguments)})", "object")
        this = "this" if self.scope.template else "None"
        given = ", ".join([repr(name), this, *(self.argument(each) for each in node.arguments)])
        return Value(f"_undefined_function({given})", "number")

    def _builtin_call(self, node: ast.Call) -> Value:
        name = node.name
        if name == "numarg":
            return Value("_n_argument(a)" if self.in_procedure else "_n_top_argument()", "number")
        if name == "argtype":
            position = self.number(node.arguments[0]) if node.arguments else "0.0"
            return Value(f"_argument_type(a, {position})" if self.in_procedure else f"_type_at_top({position})", "number")
        if name in SECTION_FUNCTIONS and all(is_quiet(each, self) for each in node.arguments):
            numbers = (self.number(each) for each in node.arguments)
            return Value(f"{self.needed(f's_{name}')}({', '.join([self.current(), *numbers])})", "number")
        if name == "strcmp" and len(node.arguments) == 2:
            texts = [self.value(each) for each in node.arguments]
            if all(each.type == "text" for each in texts):
                return Value(f"_compare_texts({texts[0].code}, {texts[1].code})", "number")
        self.needs.add(f"b_{name}")
        if name in NUMERIC_FUNCTIONS:
            return Value(f"b_{name}({', '.join(self.operand(each) for each in node.arguments)})", "number")
        if name == "xopen" and self.scope.template:
            return Value(f"_xopen(this, {self._plain_arguments(node.arguments)})", "any")
        code = f"b_{name}({self._plain_arguments(node.arguments)})"
        return Value(code, "any")

    def _emit_Range(self, node: ast.Range) -> Value:
        # anywhere but on both sides of an assignment
        raise SyntaxProblem("syntax error", -1)

    def _emit_New(self, node: ast.New) -> Value:
        if node.name == "NetCon" and len(node.arguments) in (2, 5) and self._is_voltage(node.arguments[0]):
            return self._new_connection(node.arguments[0], node.arguments[1:])  # type: ignore[arg-type]
        values = [self.value(each) for each in node.arguments]
        boxed = any(value.type not in ("number", "truth", "text") or value.box for value in values)
        maker = self.needed(f"{'n' if boxed else 'c'}_{node.name}")
        return Value(f"{maker}({self._arguments(node.arguments)})", "object")

    def _is_voltage(self, node: ast.Expression) -> bool:
        """Tells whether an argument is `&v(x)` or `&v`."""
        target = node.target if isinstance(node, ast.Address) else None
        if not isinstance(target, ast.Call | ast.Name) or target.name != "v" or target.indices:
            return False
        return self.kind("v") is Kind.RANGE and (isinstance(target, ast.Name) or len(target.arguments) == 1)

    def _new_connection(self, place: ast.Address, others: tuple[ast.Expression, ...]) -> Value:
        """`new NetCon(&v(x), target, threshold, delay, weight)`, which needs no reference to v where there is a source."""
        x = self.number(place.target.arguments[0]) if isinstance(place.target, ast.Call) else "0.5"
        return Value(f"_connect_voltage({self.current()}, {x}, {self._plain_arguments(others)})", "object")

    # ---- references

    def _emit_Address(self, node: ast.Address) -> Value:
        return Value(self.reference(node.target), "any")

    def reference(self, target: ast.Expression) -> str:
        """Returns the Python for a place that holds a number, or for the box of a string or object."""
        if isinstance(target, ast.Argument):
            return f"a[{target.position - 1}]" if target.position else "_numbered(a, int(l_i + 1e-11) - 1)"
        if isinstance(target, ast.Member):
            owner = self.value(target.owner).code
            arguments = self._index_tuple(target.arguments or ())
            return f"_member_reference({owner}, {target.name!r}, {self._index_tuple(target.indices)}, {arguments})"
        if isinstance(target, ast.Call):
            return (
                f"_here_reference({target.name!r}, {self._index_tuple(target.indices)}, {self._index_tuple(target.arguments)})"
            )
        assert isinstance(target, ast.Name)
        return self._name_reference(target)

    def _name_reference(self, target: ast.Name) -> str:
        kind, name = self.kind(target.name), target.name
        if kind in (Kind.STRING, Kind.OBJECT, Kind.LOCAL_OBJECT):
            return self.value(target).box
        if kind is Kind.LOCAL:
            return f"l_{name}"
        if kind is Kind.BUILTIN_VARIABLE:
            return f"_variable_reference({name!r}, {self._index_tuple(target.indices)})"
        if kind in (Kind.RANGE, Kind.SECTION_VARIABLE):
            return f"_here_reference({name!r}, {self._index_tuple(target.indices)}, ())"
        if self.is_array(name):
            return f"{self.variable(name)}.reference({self._index_list(target.indices)})"
        if self.scope.is_member(name):
            return f"_attribute_reference(this, 'm_{name}')"
        return f"_global_reference({name!r})"
