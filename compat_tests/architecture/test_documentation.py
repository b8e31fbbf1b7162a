"""The examples in the documentation do what the page says."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
BLOCK = re.compile(r"^```python(?P<options>[^\n]*)\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL)
OUTPUT = re.compile(r"\A\s*```text\n(?P<output>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?P<target>[^)#\s]+)[^)]*\)")


@dataclass(frozen=True)
class Example:
    """A block of Python on a page.

    Attributes:
        page: Where it stands.
        line: Its first line there.
        code: The blocks of the page up to it: a page is one session.
        output: What the page says that the block prints, or None.
    """

    page: Path
    line: int
    code: tuple[str, ...]
    output: str | None


def examples_of(page: Path) -> list[Example]:
    """Returns the examples of one page."""
    text = page.read_text(encoding="utf-8")
    found: list[Example] = []
    blocks: tuple[str, ...] = ()
    for match in BLOCK.finditer(text):
        blocks = (*blocks, match["code"])
        output = OUTPUT.match(text, match.end())
        line = text.count("\n", 0, match.start()) + 2
        found.append(Example(page, line, blocks, output["output"] if output else None))
    return found


def last_examples() -> list[Example]:
    """Returns the last example of each page: it runs all of them."""
    pages = sorted(DOCS.rglob("*.md"))
    return [examples[-1] for examples in map(examples_of, pages) if examples]


@pytest.mark.parametrize("example", last_examples(), ids=lambda example: example.page.relative_to(DOCS).as_posix())
def test_page_runs_and_prints_what_it_says(example: Example, tmp_path: Path) -> None:
    marker = "=-=-= end of block"
    program = "".join(f"{block}\nprint({marker!r})\n" for block in example.code)
    script = tmp_path / "page.py"
    script.write_text(program, encoding="utf-8")
    done = subprocess.run([sys.executable, "-W", "error", "-m", "jneuron", script], capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    printed = done.stdout.split(f"{marker}\n")[:-1]
    promised = [block.output for block in examples_of(example.page)]
    for said, got in zip(promised, printed, strict=True):
        if said is not None:
            assert got == said


def test_relative_links_lead_somewhere() -> None:
    broken = [
        f"{page.relative_to(ROOT)}: {match['target']}"
        for page in (ROOT / "README.md", *DOCS.rglob("*.md"))
        for match in LINK.finditer(page.read_text(encoding="utf-8"))
        if "://" not in match["target"] and not (page.parent / match["target"]).exists()
    ]
    assert broken == []
