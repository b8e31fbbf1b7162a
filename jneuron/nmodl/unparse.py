"""Writes a tree as NMODL again: what `--dump` shows, and the other half of parse → unparse → parse."""

from __future__ import annotations

from jneuron.nmodl import ast
from jneuron.nmodl.lowered import LinearSolve, Newton, Sparse

_BINDING = {
    "||": 1, "&&": 2, ">": 3, ">=": 3, "<": 3, "<=": 3, "==": 3, "!=": 3, "+": 4, "-": 4, "*": 5, "/": 5, "%": 5, "^": 7
}  # fmt: skip
_UNARY = 6


def unparse(module: ast.Module) -> str:
    """Returns the text of a module, in one style."""
    return "\n".join("\n".join(_item(item)) + "\n" for item in module.items)


def expression_text(expression: ast.Expression, wanted: int = 0) -> str:
    """Returns the text of an expression, in parentheses where it binds less tightly than wanted."""
    match expression:
        case ast.Number():
            return f"{expression.text} ({expression.unit})" if expression.unit else expression.text
        case ast.Text():
            return f'"{expression.value}"'
        case ast.Name():
            index = f"[{expression_text(expression.index)}]" if expression.index is not None else ""
            return f"{expression.name}{chr(39) * expression.prime}{index}"
        case ast.Call():
            return f"{expression.name}({', '.join(expression_text(argument) for argument in expression.arguments)})"
        case ast.Unary():
            text = f"{expression.operator}{expression_text(expression.operand, _UNARY)}"
            return f"({text})" if wanted > _UNARY else text
        case ast.Where():
            parts = (expression.condition, expression.chosen, expression.other)
            return f"where({', '.join(expression_text(part) for part in parts)})"
        case ast.Binary():
            binding = _BINDING[expression.operator]
            right_first = expression.operator == "^"
            left = expression_text(expression.left, binding + right_first)
            right = expression_text(expression.right, binding + (not right_first))
            text = f"{left}^{right}" if right_first else f"{left} {expression.operator} {right}"
            return f"({text})" if binding < wanted else text


def block_lines(header: str, block: ast.Block) -> list[str]:
    """Returns `header { statements }` as lines."""
    lines = [f"    {line}" for statement in block.statements for line in statement_lines(statement)]
    return [f"{header} {{".lstrip(), *lines, "}"]


def statement_lines(statement: ast.Statement) -> list[str]:
    """Returns the lines of a statement."""
    match statement:
        case ast.Block():
            return block_lines("", statement)
        case ast.Assign():
            return [f"{expression_text(statement.target)} = {expression_text(statement.value)}"]
        case ast.Equation():
            return [f"~ {expression_text(statement.left)} = {expression_text(statement.right)}"]
        case ast.ExpressionStatement():
            return [expression_text(statement.value)]
        case ast.Local():
            return [_local_text(statement.names)]
        case ast.If():
            return _if_lines(statement)
        case ast.While():
            return block_lines(f"while ({expression_text(statement.condition)})", statement.body)
        case ast.From():
            step = f" BY {expression_text(statement.step)}" if statement.step is not None else ""
            bounds = f"{expression_text(statement.first)} TO {expression_text(statement.last)}"
            return block_lines(f"FROM {statement.variable} = {bounds}{step}", statement.body)
        case ast.Solve():
            return _solve_lines(statement)
        case ast.Reaction() | ast.Conserve() | ast.Compartment():
            return [_kinetic_text(statement)]
        case ast.Table():
            return [_table_text(statement)]
        case ast.Conductance():
            return [f"CONDUCTANCE {statement.name}" + (f" USEION {statement.ion}" if statement.ion else "")]
        case ast.Watch():
            return [f"WATCH ({expression_text(statement.condition)}) {expression_text(statement.flag, 9)}"]
        case ast.ForNetcons():
            return block_lines(f"FOR_NETCONS{_arguments_text(statement.arguments)}", statement.body)
        case ast.InitialInside():
            return block_lines("INITIAL", statement.body)
        case ast.Protect():
            inner = statement_lines(statement.statement) if statement.statement is not None else [""]
            return [f"{statement.word} {inner[0]}".rstrip(), *inner[1:]]
        case ast.Lag():
            return [f"LAG {statement.name} BY {statement.delay}"]
        case ast.Verbatim():
            return [f"VERBATIM{statement.text}ENDVERBATIM"]
    return _lowered_lines(statement)


def _lowered_lines(statement: object) -> list[str]:
    """Returns the lines of what passes put in the place of NMODL's own statements."""
    match statement:
        case Newton():
            unknowns = ", ".join(expression_text(name) for name in statement.unknowns)
            return block_lines(f"newton ({unknowns})", statement.body)
        case LinearSolve():
            unknowns = ", ".join(expression_text(name) for name in statement.unknowns)
            return block_lines(f"linear ({unknowns})", statement.body)
        case Sparse():
            word = "steady_state" if statement.steady_state else "sparse"
            return block_lines(f"{word} ({', '.join(expression_text(name) for name in statement.states)})", statement.body)
    return [repr(statement)]


def _local_text(names: tuple[ast.LocalName, ...]) -> str:
    return "LOCAL " + ", ".join(f"{name.name}[{name.length}]" if name.length else name.name for name in names)


def _if_lines(statement: ast.If) -> list[str]:
    lines = block_lines(f"if ({expression_text(statement.condition)})", statement.then)
    other = statement.other
    if other is None:
        return lines
    if len(other.statements) == 1 and isinstance(other.statements[0], ast.If):
        rest = _if_lines(other.statements[0])
        return [*lines[:-1], f"}} else {rest[0]}", *rest[1:]]
    return [*lines[:-1], *block_lines("} else", other)]


def _solve_lines(statement: ast.Solve) -> list[str]:
    word = "STEADYSTATE" if statement.steady_state else "METHOD"
    text = f"SOLVE {statement.block}" + (f" {word} {statement.method}" if statement.method else "")
    return block_lines(f"{text} IFERROR", statement.if_error) if statement.if_error is not None else [text]


def _terms_text(terms: tuple[ast.Term, ...]) -> str:
    return " + ".join(f"{term.count} " * (term.count != 1) + expression_text(term.state) for term in terms)


def _kinetic_text(statement: ast.Reaction | ast.Conserve | ast.Compartment) -> str:
    match statement:
        case ast.Reaction():
            closed = zip(statement.rates, statement.open_rates or (True,) * len(statement.rates), strict=True)
            rates = ", ".join(expression_text(rate, 0 if is_open else _BINDING["*"]) for rate, is_open in closed)
            right = f" {_terms_text(statement.right)}" if statement.right else ""
            return f"~ {_terms_text(statement.left)} {statement.operator}{right} ({rates})"
        case ast.Conserve():
            return f"CONSERVE {_terms_text(statement.left)} = {expression_text(statement.right)}"
        case ast.Compartment():
            word = "LONGITUDINAL_DIFFUSION" if statement.longitudinal else "COMPARTMENT"
            index = f"{statement.index}, " if statement.index else ""
            return f"{word} {index}{expression_text(statement.volume)} {{{' '.join(statement.states)}}}"


def _table_text(table: ast.Table) -> str:
    outputs = f" {', '.join(table.outputs)}" if table.outputs else ""
    depends = f" DEPEND {', '.join(table.depends)}" if table.depends else ""
    limits = f"FROM {expression_text(table.low)} TO {expression_text(table.high)}"
    return f"TABLE{outputs}{depends} {limits} WITH {table.intervals}"


def _arguments_text(arguments: tuple[ast.Argument, ...]) -> str:
    return f"({', '.join(f'{argument.name} ({argument.unit})' if argument.unit else argument.name for argument in arguments)})"


# blocks


def _item(item: ast.Item) -> list[str]:
    match item:
        case ast.Title():
            return [f"TITLE {item.text}"]
        case ast.Define():
            return [f"DEFINE {item.name} {item.value}"]
        case ast.Include():
            return [f'INCLUDE "{item.path}"']
        case ast.Independent():
            return [f"INDEPENDENT {{{item.text}}}"]
        case ast.LocalVariables():
            return [_local_text(item.names)]
        case ast.NeuronBlock():
            return ["NEURON {", *(f"    {_neuron_text(entry)}" for entry in item.items), "}"]
        case ast.UnitsBlock():
            return ["UNITS {", *(f"    {_unit_text(unit)}" for unit in item.items), "}"]
        case ast.DeclarationBlock():
            return [f"{item.word} {{", *(f"    {_declaration_text(entry)}" for entry in item.declarations), "}"]
        case ast.CodeBlock():
            solve_for = f" SOLVEFOR {', '.join(item.solve_for)}" if item.solve_for else ""
            return block_lines(f"{item.word} {item.name}".rstrip() + solve_for, item.body)
        case ast.Function():
            unit = f" ({item.unit})" if item.unit else ""
            return block_lines(f"{item.word} {item.name}{_arguments_text(item.arguments)}{unit}", item.body)
        case ast.FunctionTable():
            unit = f" ({item.unit})" if item.unit else ""
            return [f"FUNCTION_TABLE {item.name}{_arguments_text(item.arguments)}{unit}"]
        case ast.NetReceive():
            return block_lines(f"NET_RECEIVE {_arguments_text(item.arguments)}", item.body)
        case ast.Verbatim():
            return statement_lines(item)


def _neuron_text(entry: ast.Suffix | ast.UseIon | ast.NameList | ast.Flag) -> str:
    match entry:
        case ast.Suffix():
            return f"{entry.word} {entry.name}"
        case ast.NameList():
            return f"{entry.word} {', '.join(entry.names)}"
        case ast.Flag():
            return f"{entry.word} [{entry.text}]" if entry.text else entry.word
        case ast.UseIon():
            text = f"USEION {entry.name}"
            text += f" READ {', '.join(entry.reads)}" if entry.reads else ""
            text += f" WRITE {', '.join(entry.writes)}" if entry.writes else ""
            text += f" VALENCE {entry.valence!r}" if entry.valence is not None else ""
            return text + (f" REPRESENTS [{entry.represents}]" if entry.represents else "")


def _unit_text(unit: ast.UnitDefinition | ast.UnitConstant) -> str:
    if isinstance(unit, ast.UnitDefinition):
        return f"({unit.name}) = ({unit.value})"
    return f"{unit.name} = {unit.value}" + (f" ({unit.unit})" if unit.unit else "")


def _declaration_text(declaration: ast.Declaration) -> str:
    text = declaration.name + (f"[{declaration.length}]" if declaration.length else "")
    text += f" = {declaration.value}" if declaration.value else ""
    text += f" FROM {declaration.limits[0]} TO {declaration.limits[1]}" if declaration.limits else ""
    text += f" START {declaration.start}" if declaration.start else ""
    text += f" ({declaration.unit})" if declaration.unit else ""
    return text + (f" <{declaration.tolerance}>" if declaration.tolerance else "")
