"""The run system: what NEURON's kernel and its standard run library do, natively.

    run()           stdinit(), then continuerun(tstop)
    stdinit()       realtime = 0, setdt(), init()
    init()          finitialize(v_init)
    continuerun(x)  step() while t < x - dt / 2
    step()          nstep_steprun times advance()
    advance()       fadvance()

Steps are made many at a time: only what must happen between two steps (a callback, a user's own `advance`) makes a chunk
end. A procedure that the user redefines takes the native one's place in every caller (`Procedures`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jneuron.session.session import Session

CALLBACK_SLACK = 1e-6
"""A callback counts as due this part of a step before its time."""


@dataclass(eq=False, slots=True)
class InitializeHandler:
    """One FInitializeHandler.

    Attributes:
        kind: 0 before the INITIAL blocks, 1 after them, 2 at the end, 3 before anything.
        call: What to do.
        label: What a list of all handlers shows.
    """

    kind: int
    call: Callable[[], Any]
    label: str = ""


@dataclass(eq=False, slots=True)
class Callback:
    """Something to call at a given time [ms]; of two at one time that of lower rank comes first."""

    time: float
    rank: int
    call: Callable[[], Any]

    @property
    def due(self) -> tuple[float, int]:
        """What callbacks are sorted by."""
        return self.time, self.rank


class Runner:
    """Runs one session.

    Attributes:
        handlers: FInitializeHandlers in order of creation.
        user_procedures: Procedures of the run system that the user has redefined.
        callbacks: What to call at a given time, in the order of `Callback.due`.
        before_step: What to call at initialisation and before every step; each tells whether it is to be called again.
        stopped: Set by anybody to end `continuerun` at the next step boundary.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.handlers: list[InitializeHandler] = []
        self.user_procedures: dict[str, Callable[[], Any]] = {}
        self.callbacks: list[Callback] = []
        self._n_called = 0
        self._n_step = 0
        self.before_step: list[Callable[[], bool]] = []
        self.stopped = False

    # ---- the kernel

    def finitialize(self, v: float | None = None) -> None:
        """Initialises everything at t = 0, with all voltages `v` [mV] if given."""
        session, simulation = self._session, self._session.simulation
        self._call_handlers(3)
        session.set_hoc("t", 0.0)
        simulation.prepare()
        simulation.empty_queue()
        self.callbacks.clear()
        self._n_step = 0
        self._call_before_step()
        simulation.play_start()
        if v is not None:
            simulation.set_voltage(v)
        self._call_handlers(0)
        simulation.initialise()
        self._call_handlers(1)
        simulation.events.deliver(0.0)
        simulation.work_out_currents()
        simulation.begin_recording()
        self._call_handlers(2)

    def _call_handlers(self, kind: int) -> None:
        for handler in [h for h in self.handlers if h.kind == kind]:
            handler.call()

    def fadvance(self) -> None:
        """Makes one step."""
        self.advance(1)

    def advance(self, n_step: int) -> None:
        """Makes steps, with the callbacks that fall due at their ends."""
        session = self._session
        while n_step > 0 and not self.stopped:
            n_part = n_step
            if self.before_step:
                self._call_before_step()
                n_part = 1
            plays = session.simulation.host_plays
            if plays:
                n_part = 1
            if self.callbacks:
                n_part = min(n_part, self._steps_to_callback())
            session.simulation.advance(n_part)
            for play in plays:
                play.follow(session.t)
            n_step -= n_part
            self._n_step += n_part
            self._run_callbacks()

    def _call_before_step(self) -> None:
        self.before_step = [call for call in self.before_step if call()]

    def _steps_to_callback(self) -> int:
        session = self._session
        n_due, _ = steps_to_reach(session.t, session.dt, self.callbacks[0].time - CALLBACK_SLACK * session.dt)
        return max(n_due, 1)

    def _run_callbacks(self) -> None:
        now = self._session.t + CALLBACK_SLACK * self._session.dt
        due = [c for c in self.callbacks if c.time <= now]
        self.callbacks = [c for c in self.callbacks if c.time > now]
        for callback in due:
            callback.call()

    def call_at(self, at: float, call: Callable[[], Any]) -> None:
        """Calls something at the end of the step that reaches time `at` [ms].

        A time that has passed is lost; from the second step on the present counts as passed. As in the queue of events, the
        earliest callback goes back behind its equals when an earlier one arrives.
        """
        now = self._session.t
        if at < now or (self._n_step > 1 and at < now + CALLBACK_SLACK * self._session.dt):
            return
        if self.callbacks and at < self.callbacks[0].time:
            self.callbacks[0].rank = self._n_called
            self._n_called += 1
        self.callbacks.append(Callback(at, self._n_called, call))
        self._n_called += 1
        self.callbacks.sort(key=lambda c: c.due)

    # ---- the standard run library

    def call(self, name: str, *arguments: float) -> None:
        """Calls a procedure of the run system: the user's, or the native one."""
        user = self.user_procedures.get(name)
        if user is not None:
            user(*arguments)
        else:
            getattr(self, name)(*arguments)

    def run(self) -> None:
        """Initialises and runs to tstop."""
        self._session.set_hoc("running_", 1.0)
        self.call("stdinit")
        self.call("continuerun", self._session.hoc("tstop"))

    def stdinit(self) -> None:
        """Sets dt from steps_per_ms and initialises."""
        self._session.set_hoc("realtime", 0.0)
        self.call("setdt")
        self.call("init")

    def init(self) -> None:
        """Initialises at v_init."""
        self.finitialize(self._session.hoc("v_init"))

    def setdt(self) -> None:
        """Makes dt a whole part of 1 / steps_per_ms, and says so when it changes."""
        session = self._session
        interval, dt = 1.0 / session.hoc("steps_per_ms"), session.dt
        n_step = float(int(interval / dt)) or 1.0
        session.set_hoc("nstep_steprun", n_step)
        if abs(dt * n_step * session.hoc("steps_per_ms") - 1.0) > 1e-6:
            print("Changed dt")
            session.set_hoc("dt", interval / n_step)

    def continuerun(self, stop: float) -> None:
        """Runs until t reaches `stop` [ms] as nearly as whole steps can."""
        session = self._session
        begin = time.perf_counter()
        session.set_hoc("stoprun", 0.0)
        self.stopped = False
        stop -= session.dt / 2
        n_substep = max(int(session.hoc("nstep_steprun")), 1)
        if self.user_procedures.keys() & {"step", "advance"}:
            while session.t < stop and not session.hoc("stoprun"):
                self.call("step")
        else:
            while session.t < stop and not (self.stopped or session.hoc("stoprun")):
                n_step, _ = steps_to_reach(session.t, session.dt, stop)
                n_step += -n_step % n_substep
                if self.callbacks:
                    n_step = min(n_step, self._steps_to_callback())
                self.advance(n_step)
        session.set_hoc("realtime", time.perf_counter() - begin)

    def step(self) -> None:
        """Advances by one step of the display."""
        for _ in range(max(int(self._session.hoc("nstep_steprun")), 1)):
            self.call("advance_once")

    def advance_once(self) -> None:
        """Advances by one step, by the user's `advance` if there is one."""
        user = self.user_procedures.get("advance")
        if user is not None:
            user()
        else:
            self.fadvance()

    def steprun(self) -> None:
        """Makes one step of the display."""
        self.call("step")


def steps_to_reach(t: float, dt: float, stop: float) -> tuple[int, float]:
    """Returns how many fixed steps it takes until t >= `stop`, with t as it accumulates, and t then [ms]."""
    from jneuron.session.simulation import steps_until

    return steps_until(t, dt, stop)
