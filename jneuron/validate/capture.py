"""What one run of a script left behind: its results, its printed text, and how it ended.

A capture is written as two files, `<stem>.npz` for numbers (float64, to the last bit) and `<stem>.json` for text, so that
a stored run of NEURON and a fresh run of jneuron are read by the same code.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

STDERR_LINES = 12


@dataclass(frozen=True)
class Failure:
    """An exception that ended a script.

    Attributes:
        kind: The innermost built-in class it is: a script's `except` clauses name that one.
        message: Its text.
    """

    kind: str
    message: str

    @classmethod
    def of(cls, error: BaseException) -> Failure:
        """Describes `error`."""
        return cls(builtin_kind(error), str(error))


@dataclass(frozen=True)
class Capture:
    """One run of a script.

    Attributes:
        numbers: Named numeric results: scalars, vectors, matrices. (any shape)
        series: Names of the numbers that were Vectors: one quantity, sample by sample.
        texts: Named textual results, each a list of lines.
        stdout: Everything it printed.
        stderr: The first lines of its complaints; kept for people, never compared.
        failure: What ended it early, or None.
    """

    numbers: Mapping[str, np.ndarray] = field(default_factory=dict)
    series: frozenset[str] = frozenset()
    texts: Mapping[str, list[str]] = field(default_factory=dict)
    stdout: str = ""
    stderr: list[str] = field(default_factory=list)
    failure: Failure | None = None

    def save(self, stem: Path) -> None:
        """Writes `<stem>.npz` and `<stem>.json`; no .npz when there are no numbers."""
        stem.parent.mkdir(parents=True, exist_ok=True)
        numbers_file = stem.with_name(stem.name + ".npz")
        numbers_file.unlink(missing_ok=True)
        if self.numbers:
            np.savez_compressed(numbers_file, **self.numbers)  # type: ignore[arg-type]
        text = {
            "stdout": self.stdout.splitlines(keepends=True),
            "texts": dict(self.texts),
            "series": sorted(self.series),
            "failure": None if self.failure is None else [self.failure.kind, self.failure.message],
            "stderr": self.stderr,
        }
        stem.with_name(stem.name + ".json").write_text(json.dumps(text, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, stem: Path) -> Capture:
        """Reads what `save` wrote; raises FileNotFoundError where there is no capture."""
        text = json.loads(stem.with_name(stem.name + ".json").read_text(encoding="utf-8"))
        numbers_file = stem.with_name(stem.name + ".npz")
        numbers: dict[str, np.ndarray] = {}
        if numbers_file.exists():
            with np.load(numbers_file, allow_pickle=False) as stored:
                numbers = {name: stored[name] for name in stored.files}
        failure = None if text["failure"] is None else Failure(*text["failure"])
        series = frozenset(text["series"])
        return cls(numbers, series, text["texts"], "".join(text["stdout"]), text["stderr"], failure)


def builtin_kind(error: BaseException) -> str:
    """Returns the name of the first built-in class among the bases of an exception's class."""
    return next(base.__name__ for base in type(error).__mro__ if base.__module__ == "builtins")


@dataclass(frozen=True)
class Results:
    """A script's results, sorted; the fields are those of `Capture`."""

    numbers: dict[str, np.ndarray] = field(default_factory=dict)
    series: frozenset[str] = frozenset()
    texts: dict[str, list[str]] = field(default_factory=dict)


def sort_results(values: Mapping[str, Any]) -> Results:
    """Sorts what a script left into numbers and texts.

    Raises TypeError for a value that is neither: a script compares what it can put in words or figures.
    """
    numbers: dict[str, np.ndarray] = {}
    texts: dict[str, list[str]] = {}
    for name, value in values.items():
        lines = _as_lines(value)
        if lines is not None:
            texts[name] = lines
        else:
            numbers[name] = _as_array(name, value)
    return Results(numbers, frozenset(name for name, value in values.items() if hasattr(value, "to_python")), texts)


def _as_lines(value: Any) -> list[str] | None:
    if value is None:
        return ["None"]
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple) and value and all(isinstance(item, str) for item in value):
        return list(value)
    return None


def _as_array(name: str, value: Any) -> np.ndarray:
    # a Vector of either program copies itself out; anything else must already be numeric
    plain = value.to_python() if hasattr(value, "to_python") else value
    try:
        return np.asarray(plain, dtype=np.float64)
    except (TypeError, ValueError) as problem:
        raise TypeError(f"result {name!r} is {value!r}: neither numbers nor text") from problem
