"""A process with a simulator loaded that runs every script in a fork of itself.

NEURON's state is global to the process, so every script needs a process of its own; a fork of a process that has imported
the simulator is one, without the price of the import. Requests and replies are lines of JSON on a pipe.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import TextIO

from jneuron.validate.capture import Capture, Failure
from jneuron.validate.recorder import Recorder
from jneuron.validate.sandbox import declared_results, execute

SIMULATORS = {"neuron": "jneuron.validate.run_neuron", "jneuron": "jneuron.validate.run_jneuron"}
TIME_LIMIT_S = 120


class Runner:
    """Runs scripts under one simulator, each in a process of its own.

    A context manager: leaving it ends the process that the scripts are forked from.
    """

    def __init__(self, simulator: str, *, python: str = sys.executable, preload: Sequence[str] = ()) -> None:
        """Starts the process; modules in `preload` are imported once for all scripts, to save time."""
        self.simulator = simulator
        environment = {**os.environ, "NEURON_MODULE_OPTIONS": os.environ.get("NEURON_MODULE_OPTIONS", "-nogui")}
        self._server = subprocess.Popen(
            [python, "-m", SIMULATORS[simulator], "--serve", *preload],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def run(
        self, script: Path, argv: Sequence[str] = (), *, record_all: bool = False, time_limit_s: int = TIME_LIMIT_S
    ) -> Capture:
        """Runs `script` and returns what it left.

        `record_all` keeps everything the script recorded, instead of what it put into `result`. A script that kills its
        process, or takes longer than `time_limit_s`, leaves a capture whose failure says so.
        """
        with tempfile.TemporaryDirectory() as folder:
            stem = Path(folder) / "capture"
            request = {"script": str(script), "argv": list(argv), "stem": str(stem), "record_all": record_all}
            request |= {"limit": time_limit_s, "let_go": self.simulator == "jneuron"}
            status = self._ask(request)
            if status != 0:
                return Capture(failure=Failure("ProcessDeath", _describe(status, time_limit_s)))
            return Capture.load(stem)

    def _ask(self, request: dict[str, object]) -> int:
        """Sends one request and returns the exit status of the process that ran it."""
        assert self._server.stdin is not None and self._server.stdout is not None
        try:
            self._server.stdin.write(json.dumps(request) + "\n")
            self._server.stdin.flush()
            reply = self._server.stdout.readline()
        except BrokenPipeError:
            reply = ""
        if not reply:
            raise RuntimeError(f"the process that runs {self.simulator} has ended; its complaints are above")
        return json.loads(reply)["status"]

    def __enter__(self) -> Runner:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()


def serve(prepare: Callable[[], None], preload: Sequence[str] = ()) -> None:
    """Answers requests until standard input ends; `prepare` loads the simulator, once, then come the modules in `preload`."""
    # replies have a descriptor of their own: whatever a simulator prints while loading must not look like one
    replies = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    prepare()
    for module in preload:
        importlib.import_module(module)
    for line in sys.stdin:
        request = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _answer(request, replies)
        _, status = os.waitpid(pid, 0)
        print(json.dumps({"status": status}), file=replies, flush=True)


def _answer(request: dict, replies: TextIO) -> None:
    """Runs one request in the child, and ends it without the parent's exit handlers."""
    replies.close()
    signal.alarm(request["limit"])
    recorder = Recorder() if request["record_all"] else None
    try:
        if recorder is not None:
            recorder.attach()
        pick = declared_results if recorder is None else recorder.results
        capture = execute(Path(request["script"]), request["argv"], pick, let_go=request["let_go"])
        capture.save(Path(request["stem"]))
    except BaseException:
        sys.excepthook(*sys.exc_info())
        os._exit(3)
    os._exit(0)


def _describe(status: int, time_limit_s: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        return f"took longer than {time_limit_s} s" if number == signal.SIGALRM else f"killed by {signal.Signals(number).name}"
    return f"exit status {os.WEXITSTATUS(status)}"
