"""`h.SaveState`: keeps the state of a simulation, in memory or in a file, to go on from it later."""

from __future__ import annotations

import io
import json
import sys
from typing import Any

import numpy as np

from jneuron.base.errors import UnsupportedError
from jneuron.facade.callbacks import CALLABLE, callback
from jneuron.facade.calls import Arguments, HocMethodsObject, Refusal, attach, check_keywords

HEADER = b"jneuron SaveState 2\n"
NEURONS_HEADER = b"SaveState binary file"
INCONSISTENT = "SaveState: Stored state inconsistent with current neuron structure"


class SaveState(HocMethodsObject):
    """NEURON's SaveState: `save()` keeps the state, `restore()` goes back to it."""

    hoc_name = "SaveState"
    __slots__ = ("_snapshot",)

    def __init__(self, *values: Any, **keywords: Any) -> None:
        check_keywords(keywords)
        super().__init__()
        object.__setattr__(self, "_snapshot", None)


def _save(saved: SaveState, given: Arguments) -> float:
    """Keeps the present state: time, voltages, states, weights, and the event queue."""
    # lazily: what handles the state belongs to what runs
    from jneuron.session import snapshot

    object.__setattr__(saved, "_snapshot", snapshot.take(saved.session))
    return 1.0


def _restore(saved: SaveState, given: Arguments) -> float:
    """Goes back to the kept state; `restore(1)` leaves event queue and recordings as they are."""
    from jneuron.session import snapshot

    with_events = given.number(0, 0.0) == 0.0
    kept = saved._snapshot if saved._snapshot is not None else snapshot.Snapshot()
    reason = snapshot.mismatch(saved.session, kept)
    if reason:
        sys.stderr.write(f"SaveState warning: {reason}\n")
        raise Refusal(INCONSISTENT)
    snapshot.put_back(saved.session, kept, with_events=with_events)
    return 1.0


def _fwrite(saved: SaveState, given: Arguments) -> float:
    """`fwrite(file[, close])`: writes the kept state to a File, opened if it is not, which is closed unless `close` is 0.

    Deviation: D16, the layout of the file is jneuron's own.
    """
    from jneuron.session import snapshot

    file, close = given.of_class(0, "File"), given.number(1, 1.0) != 0.0
    if file.is_closed and not file.open_file("wb"):
        raise Refusal(f"Couldn't open file for writing: {file.name}")
    kept = saved._snapshot if saved._snapshot is not None else snapshot.Snapshot()
    arrays: dict[str, Any] = {f"column {key}": values for key, values in kept.columns.items()}
    scalars = [kept.t, float(kept.n_section), float(kept.n_netcon)]
    calls = [(callback.time, callback.name) for callback in kept.callbacks]
    words = {"segments": kept.segments, "targets": kept.targets, "calls": calls}
    text = np.frombuffer(json.dumps(words).encode(), np.uint8)
    target = io.BytesIO()
    np.savez(target, scalars=np.array(scalars), text=text, events=kept.events, above=kept.above, **arrays)
    data = target.getvalue()
    file.write_bytes(HEADER + len(data).to_bytes(8, "little") + data)
    if close:
        file.close_file()
    return 1.0


def _fread(saved: SaveState, given: Arguments) -> float:
    """`fread(file[, close])`: reads what `fwrite` wrote from an open File; `restore` then goes to that state."""
    from jneuron.session import snapshot

    file, close = given.of_class(0, "File"), given.number(1, 1.0) != 0.0
    if file.is_closed and not file.open_file("rb"):
        raise Refusal(f"Couldn't open file for reading: {file.name}")
    header = file.read_bytes(len(HEADER))
    if header.startswith(NEURONS_HEADER[: len(header)]) and header:
        raise UnsupportedError("SaveState.fread of a file that NEURON wrote", "its layout is that of NEURON's memory.")
    if header != HEADER:
        raise Refusal(f"Bad SaveState binary file {file.name}")
    n = int.from_bytes(file.read_bytes(8), "little")
    with np.load(io.BytesIO(file.read_bytes(n)), allow_pickle=False) as stored:
        columns = {name.removeprefix("column "): stored[name] for name in stored.files if name.startswith("column ")}
        t, n_section, n_netcon = stored["scalars"].tolist()
        words = json.loads(stored["text"].tobytes().decode())
        events, above = stored["events"], stored["above"]
    kept = snapshot.Snapshot(t, int(n_section), int(n_netcon), words["segments"], columns, events, words["targets"], above)
    kept.callbacks = [_statement(saved, rank, time, text) for rank, (time, text) in enumerate(words["calls"])]
    object.__setattr__(saved, "_snapshot", kept)
    if close:
        file.close_file()
    return 1.0


def _statement(saved: SaveState, rank: int, time: float, text: str) -> Any:
    """Returns what executes a statement that was read from a file; a callable was saved by its kind only."""
    from jneuron.session.run import Callback

    if text == CALLABLE:
        raise UnsupportedError("SaveState.fread of an event that calls a Python object", "a file can't hold the object.")
    return Callback(time, rank, callback(saved.session, text) if text else (lambda: None), text)


attach(SaveState, {"save": _save, "restore": _restore, "fwrite": _fwrite, "fread": _fread})
