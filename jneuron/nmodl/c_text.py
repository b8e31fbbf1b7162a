"""Makes C text out of VERBATIM blocks fit for a C parser: preprocessing, and names that only NEURON's headers declare."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.S)
_DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*(\w+)(.*)$")
_STATIC_CAST = re.compile(r"\b(?:static|reinterpret|const)_cast\s*<([^<>]*)>\s*\(")
_NOISE = re.compile(r"\b_threadargscomma_\b|\b_threadargs_\b|\bRANDCAST\b|\b_p\s*,\s*_ppvar\s*,\s*_thread\s*,\s*_nt\s*,")
_TYPES = (
    "uint32_t", "int32_t", "uint64_t", "int64_t", "uint8_t", "size_t", "bool", "FILE", "Rand", "nrnran123_State", "IvocVect",
    "Object", "Point_process", "Prop", "Datum", "Symbol", "NrnThread", "Section", "Node",
)  # fmt: skip
PRELUDE = "".join(f"typedef int {name};\n" for name in _TYPES)


def preprocess(text: str, macros: dict[str, str] | None = None) -> str:
    """Returns C without comments and directives; conditions are decided as in a NEURON build without CoreNEURON.

    `macros` holds what #define has said before, and takes what the text says; a name with `(` is a macro that stands for
    nothing whatever its arguments.
    """
    macros = {} if macros is None else macros
    text = _COMMENT.sub(lambda match: "\n" * match.group().count("\n") or " ", text)
    text = text.replace("\\\n", " ")
    lines: list[str] = []
    taken: list[tuple[bool, bool]] = []  # for each open #if: whether this part counts, whether some part did
    for line in text.split("\n"):
        directive = _DIRECTIVE.match(line)
        if directive is None:
            counts = all(now for now, _ in taken)
            lines.append(line if counts else "")
            continue
        word, rest = directive.group(1), directive.group(2).strip()
        _follow(word, rest, taken, macros)
        lines.append("")
    result = "\n".join(lines)
    for name, value in macros.items():
        pattern = rf"\b{name[:-1]}\s*\([^;]*\)\s*(?=;)" if name.endswith("(") else rf"\b{name}\b"
        result = re.sub(pattern, value.replace("\\", ""), result)
    return _tidy(result)


def _follow(word: str, rest: str, taken: list[tuple[bool, bool]], macros: dict[str, str]) -> None:
    """Obeys one directive."""
    if word in ("if", "ifdef", "ifndef"):
        holds = _decide(rest) if word == "if" else (word == "ifndef")
        taken.append((holds, holds))
    elif word == "elif" and taken:
        _, before = taken.pop()
        holds = not before and _decide(rest)
        taken.append((holds, before or holds))
    elif word == "else" and taken:
        _, before = taken.pop()
        taken.append((not before, True))
    elif word == "endif" and taken:
        taken.pop()
    elif word == "define" and all(now for now, _ in taken):
        parts = rest.split(None, 1)
        name = re.match(r"\w+", rest)
        if len(parts) == 2 and "(" not in parts[0]:
            macros[parts[0]] = parts[1]
        elif name and re.fullmatch(r"\w+\([^)]*\)\s*", rest):
            macros[f"{name.group()}("] = ""


def _decide(condition: str) -> bool:
    """Returns whether an #if holds where no macro is defined."""
    text = re.sub(r"defined\s*\(?\s*\w+\s*\)?", "0", condition)
    text = re.sub(r"\b[A-Za-z_]\w*\b", "0", text)
    text = text.replace("&&", " and ").replace("||", " or ").replace("!=", "\0").replace("!", " not ").replace("\0", "!=")
    if not re.fullmatch(r"[\s\d()<>=!+\-andornt]*", text):
        return False
    try:
        return bool(eval(text, {"__builtins__": {}}))
    except (SyntaxError, TypeError, ValueError):
        return False


def _tidy(text: str) -> str:
    """Turns the little C++ that mechanisms use into C."""
    text = _NOISE.sub(" ", text)
    text = _STATIC_CAST.sub(r"(\1)(", text)
    text = re.sub(r"\b(?:const\s+)?auto\s*\*?\s*(?:const\s+)?(\w+)\s*=", r"void* \1 =", text)
    return re.sub(r"\bnullptr\b", "0", text)
