"""A capture survives the way through a file, to the bit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jneuron.validate.capture import Capture, Failure, builtin_kind, sort_results


def test_a_capture_read_back_is_the_capture_written(tmp_path: Path) -> None:
    numbers = {"v": np.array([-65.0, np.nextafter(-65.0, 0.0)]), "empty": np.zeros(0), "one": np.array(3.5)}
    written = Capture(numbers, frozenset(["v"]), {"names": ["a", "µ"]}, "a\tb\n\nc", ["complaint"], Failure("ValueError", "no"))
    written.save(tmp_path / "case")
    read = Capture.load(tmp_path / "case")
    assert {name: value.tobytes() for name, value in read.numbers.items()} == {
        name: value.tobytes() for name, value in numbers.items()
    }
    assert (read.series, read.texts, read.stdout, read.stderr, read.failure) == (
        written.series,
        written.texts,
        written.stdout,
        written.stderr,
        written.failure,
    )


def test_numbers_of_an_older_capture_do_not_linger(tmp_path: Path) -> None:
    Capture(numbers={"v": np.zeros(3)}).save(tmp_path / "case")
    Capture().save(tmp_path / "case")
    assert Capture.load(tmp_path / "case").numbers == {}


def test_results_are_sorted_into_numbers_and_texts() -> None:
    results = sort_results({"n": 3, "l": [1, 2], "flag": True, "s": "word", "lines": ["a", "b"], "nothing": None})
    assert set(results.numbers) == {"n", "l", "flag"}
    assert results.texts == {"s": ["word"], "lines": ["a", "b"], "nothing": ["None"]}


def test_a_result_that_is_neither_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="'odd'"):
        sort_results({"odd": object()})


def test_the_kind_of_an_exception_is_its_built_in_class() -> None:
    class SpecialError(RuntimeError):
        pass

    assert builtin_kind(SpecialError()) == "RuntimeError"
