"""Makes C text fit for a C parser: comments, directives, macros, and the little C++ that mechanisms use.

Conditions are decided as a build of NEURON 9 for the CPU decides them: `NRN_VERSION_GTEQ` is known, CoreNEURON's names are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

VERSION = (9, 0, 2)
_COMMENT_OR_TEXT = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|/\*.*?\*/|//[^\n]*', re.S)
_DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*(\w+)(.*)$")
_WORD = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|\d[\w.]*')
_KNOWN_CONDITIONS = frozenset({"NRN_VERSION_GTEQ", "NRN_VERSION_GTEQ_8_2_0", "__cplusplus", "NRN_VERSION_LT", "NRN_VERSION_EQ",
                               "NRN_MECHANISM_DATA_IS_SOA"})  # fmt: skip
_NOTHING = ("_threadargs_", "_threadargscomma_", "_internalthreadargs_", "_threadargsproto_", "_threadargsprotocomma_",
            "_internalthreadargsproto_", "_internalthreadargsprotocomma_")  # fmt: skip
_MAX_DEPTH = 32
_CPP = (
    # handles of numbers are pointers
    ("decltype", r"\bdecltype\s*\(\s*hoc_hgetarg\s*<\s*double\s*>\s*\([^()]*\)\s*\)", "double*"),
    ("hoc_hgetarg", r"\bhoc_hgetarg\s*<\s*double\s*>", "hoc_pgetarg"),
    ("data_handle", r"\b(?:neuron\s*::\s*container\s*::\s*)?data_handle\s*<\s*double\s*>", "double*"),
    ("using", r"\busing\s+(\w+)\s*=\s*([^;]+);", r"typedef \2 \1;"),
    ("new", r"\bnew\s+([\w\s]+?(?:\s*\*)*)\s*\[([^\[\]]*)\]", r"((\1*)malloc((\2) * sizeof(\1)))"),
    ("new", r"\bnew\s+(\w+)\s*(?:\(\s*\)|\{\s*\})?(?=\s*[;,)])", r"((\1*)malloc(sizeof(\1)))"),
    ("delete", r"\bdelete\s*(?:\[\s*\])?\s*([^;{}]+);", r"free(\1);"),
    ("_cast", r"\b(?:static|reinterpret|const)_cast\s*<([^<>]*)>\s*\(", r"(\1)("),
    ("get", r"\.\s*(?:template\s+)?get\s*<[^<>]*>\s*\(\s*\)", ""),
    ("_pvoid", r"\.\s*_pvoid\b", ""),
    ("literal_value", r"\.\s*literal_value\s*<[^<>]*>\s*\(\s*\)", ""),
    ("::", r"\bstd\s*::\s*|\b(?<![\w)])::\s*(?=\w)", ""),
    ('"C"', r'\bextern\s+"C"\s*(?=\w)', ""),
    ('"C"', r'\bextern\s+"C"\s*\{', ";"),
    ("constexpr", r"\bconstexpr\b", "const"),
    ("auto", r"\bauto\s*\*?\s*(?:const\s+)?(?=\w+\s*=)", "__auto "),
    ("nullptr", r"\bnullptr\b", "NULL"),
    # the parameters and arguments that NEURON passes on to itself leave a comma behind
    (",", r",\s*\)", ")"),
    (",", r"\(\s*,", "("),
    ("_ppvar", r"\b_p\s*,\s*_ppvar\s*,\s*_thread\s*,\s*(?:_globals\s*,\s*)?_nt\s*,?", ""),
)
"""The C++ that has a form in C: a part of it that every text with it holds, the whole as a pattern, and the form."""


@dataclass(frozen=True)
class Macro:
    """A #define: what a name stands for, with arguments or (None) without."""

    body: str
    arguments: tuple[str, ...] | None = None
    variadic: bool = False


@dataclass
class Macros:
    """The macros of a file so far."""

    known: dict[str, Macro] = field(default_factory=lambda: {name: Macro("") for name in _NOTHING})

    def copy(self) -> Macros:
        """Returns macros that may grow by themselves."""
        return Macros(dict(self.known))


def preprocess(text: str, macros: Macros) -> str:
    """Returns C without comments, directives and macros, with as many lines; `macros` takes what the text defines."""
    text = _COMMENT_OR_TEXT.sub(_without_comment, text)
    lines: list[str] = []
    taken: list[tuple[bool, bool]] = []  # for each open #if: whether this part counts, whether some part did
    pending, n_joined = "", 0
    for line in text.split("\n"):
        if line.endswith("\\"):
            pending, n_joined = pending + line[:-1] + " ", n_joined + 1
            continue
        line, pending = pending + line, ""
        directive = _DIRECTIVE.match(line)
        if directive is not None:
            _follow(directive.group(1), directive.group(2).strip(), taken, macros)
            lines.append("")
        else:
            lines.append(line.strip() if all(now for now, _ in taken) else "")
        lines += [""] * n_joined
        n_joined = 0
    return _tidy(expand("\n".join(lines), macros))


def _without_comment(match: re.Match[str]) -> str:
    found = match.group()
    if not found.startswith("/"):
        return found
    return "\n" * found.count("\n") or " "


def _follow(word: str, rest: str, taken: list[tuple[bool, bool]], macros: Macros) -> None:
    """Obeys one directive."""
    if word in ("if", "ifdef", "ifndef"):
        holds = _decide(rest, macros) if word == "if" else _is_defined(rest, macros) == (word == "ifdef")
        taken.append((holds, holds))
    elif word == "elif" and taken:
        _, before = taken.pop()
        holds = not before and _decide(rest, macros)
        taken.append((holds, before or holds))
    elif word == "else" and taken:
        _, before = taken.pop()
        taken.append((not before, True))
    elif word == "endif" and taken:
        taken.pop()
    elif not all(now for now, _ in taken):
        return
    elif word == "define":
        _define(rest, macros)
    elif word == "undef":
        macros.known.pop(rest, None)


def _define(rest: str, macros: Macros) -> None:
    found = re.match(r"(\w+)(\(([^)]*)\))?", rest)
    if found is None:
        return
    body = rest[found.end() :].strip()
    if found.group(2) is None:
        macros.known[found.group(1)] = Macro(body)
        return
    names = [name.strip() for name in found.group(3).split(",") if name.strip()]
    macros.known[found.group(1)] = Macro(body, tuple(name for name in names if name != "..."), "..." in names)


def _is_defined(name: str, macros: Macros) -> bool:
    name = name.split()[0] if name.split() else ""
    return name in macros.known or name in _KNOWN_CONDITIONS


def _decide(condition: str, macros: Macros) -> bool:
    """Returns whether an #if holds."""
    text = re.sub(r"defined\s*\(?\s*(\w+)\s*\)?", lambda found: str(int(_is_defined(found.group(1), macros))), condition)
    text = re.sub(
        r"NRN_VERSION_(GTEQ|LT|EQ)\s*\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*\)",
        lambda found: str(int(_compare_version(found.group(1), tuple(int(part) for part in found.groups()[1:])))),
        text,
    )
    text = re.sub(r"\bNRN_VERSION_GTEQ_8_2_0\b", "1", expand(text, macros))
    text = re.sub(r"\b[A-Za-z_]\w*\b(\s*\([^()]*\))?", "0", text)
    text = text.replace("&&", " and ").replace("||", " or ").replace("!=", "\0").replace("!", " not ").replace("\0", "!=")
    if not re.fullmatch(r"[\s\d()<>=!+\-andornt]*", text):
        return False
    try:
        return bool(eval(text, {"__builtins__": {}}))
    except (SyntaxError, TypeError, ValueError):
        return False


def _compare_version(relation: str, wanted: tuple[int, ...]) -> bool:
    return {"GTEQ": wanted <= VERSION, "LT": wanted > VERSION, "EQ": wanted == VERSION}[relation]


def expand(text: str, macros: Macros, depth: int = 0, hidden: frozenset[str] = frozenset()) -> str:
    """Returns text with macros replaced; a macro is not replaced inside itself."""
    if depth > _MAX_DEPTH:
        return text
    pieces, at = [], 0
    while (found := _WORD.search(text, at)) is not None:
        pieces.append(text[at : found.start()])
        at, name = found.end(), found.group()
        macro = macros.known.get(name) if name not in hidden else None
        if macro is None:
            pieces.append(name)
        elif macro.arguments is None:
            pieces.append(expand(macro.body, macros, depth + 1, hidden | {name}))
        else:
            given = _arguments(text, at)
            if given is None:
                pieces.append(name)
                continue
            values, at = given
            values = [expand(value, macros, depth + 1, hidden) for value in values]
            pieces.append(expand(_substituted(macro, values), macros, depth + 1, hidden | {name}))
    return "".join(pieces) + text[at:]


def _arguments(text: str, at: int) -> tuple[list[str], int] | None:
    """Returns the arguments in parentheses that begin at `at`, and where they end; None where there are none."""
    start = re.compile(r"\s*\(").match(text, at)
    if start is None:
        return None
    depth, values, begin = 1, [], start.end()
    for place in range(start.end(), len(text)):
        letter = text[place]
        if letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        if depth == 0 or (depth == 1 and letter == ","):
            values.append(text[begin:place].strip())
            begin = place + 1
        if depth == 0:
            return values, place + 1
    return None


def _substituted(macro: Macro, values: list[str]) -> str:
    """Returns the body of a macro with its arguments put in, `#` and `##` obeyed."""
    assert macro.arguments is not None
    named = dict(zip(macro.arguments, values))
    if macro.variadic:
        named["__VA_ARGS__"] = ", ".join(values[len(macro.arguments) :])

    def replaced(found: re.Match[str]) -> str:
        stringed, name = found.group(1), found.group(2)
        if name not in named:
            return found.group()
        return '"' + named[name].replace('"', '\\"') + '"' if stringed else named[name]

    body = re.sub(r"\s*##\s*", "\0", macro.body)
    return re.sub(r'(#\s*)?(?<!["\w])([A-Za-z_]\w*)\b', replaced, body).replace("\0", "")


def _tidy(text: str) -> str:
    """Turns the little C++ that mechanisms use into C."""
    for part, pattern, form in _CPP:
        if part in text:
            text = re.sub(pattern, form, text)
    return text
