"""`batch_save` and `batch_run`: runs that write numbers to a text file, without anything else of the run system.

Times within dt/4 count as equal: a line is written at the start and whenever `step` has gone by since the line before,
until `tstop`.
"""

from __future__ import annotations

from contextlib import nullcontext
from typing import IO, Any

from jneuron.facade.calls import Arguments, Refusal
from jneuron.facade.functions import function

LONGEST = 1e20
"""The largest time that is taken for one. [ms]"""


@function("batch_save")
def batch_save(session: Any, given: Arguments) -> float:
    """Adds the places whose numbers `batch_run` will write; without arguments there are none any more."""
    if not given.values:
        session.interface.batch.clear()
    for index in range(len(given.values)):
        session.interface.batch.append(given.reference(index))
    return 1.0


@function("batch_run")
def batch_run(session: Any, given: Arguments) -> float:
    """`batch_run(tstop, step, file, comment)`: advances to tstop, and writes a line about every `step` [ms]."""
    stop, step = given.checked(0, 0.0, LONGEST), given.checked(1, 0.0, LONGEST)
    with _opened(given.string(2)) if given.has(2) else nullcontext() as file:
        if file is not None:
            comment = given.string(3) if given.has(3) else ""
            start, dt = session.t, session.hoc("dt")
            file.write(f"{comment}\nbatch_run from t = {start:g} to {stop:g} in steps of {step:g} with dt = {dt:g}\n")
        _write_line(session, file)
        _advance(session, stop, step, file)
    return 1.0


def _opened(name: str) -> IO[str]:
    try:
        return open(name, "w", encoding="utf-8")
    except OSError:
        raise Refusal(f"Couldn't open batch file {name}") from None


def _advance(session: Any, stop: float, step: float, file: IO[str] | None) -> None:
    tolerance = session.hoc("dt") / 4
    stop, interval = stop - tolerance, step - tolerance
    next_line = session.t + interval
    while session.t < stop:
        session.fadvance()
        if session.t > next_line:
            _write_line(session, file)
            next_line = session.t + interval
        if session.hoc("stoprun"):
            break


def _write_line(session: Any, file: IO[str] | None) -> None:
    if file is not None:
        file.write("".join(f" {place.get():g}" for place in session.interface.batch) + "\n")
