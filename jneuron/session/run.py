"""The run system: what NEURON's kernel and its standard run library do, natively.

    run()           stdinit(), then continuerun(tstop)
    stdinit()       realtime = 0, setdt(), init(), initPlot()
    init()          finitialize(v_init)
    continuerun(x)  step() while t < x - dt / 2
    step()          nstep_steprun times advance(), then Plot()
    advance()       fadvance()

Steps are made many at a time: only what must happen between two steps (a callback, a user's own `advance`) makes a chunk
end. A procedure that the user redefines takes the native one's place in every caller (`Procedures`).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from jneuron.session.progress import Meter, meter_for
from jneuron.session.random_plays import FEW, MOST, RandomPlay, lay_out_draws

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
    """Something to call at a given time [ms], and what it is called; of two at one time that of lower rank comes first."""

    time: float
    rank: int
    call: Callable[[], Any]
    name: str

    @property
    def due(self) -> tuple[float, int]:
        """What callbacks are sorted by."""
        return self.time, self.rank


@dataclass(eq=False, frozen=True, slots=True)
class StepCall:
    """Something to call within every step: what the user gave, and how it is called."""

    what: Any
    call: Callable[[], Any]


class Display(Protocol):
    """What plots curves while a run goes on (jneuron.facade.windows.display.Display)."""

    def prepare(self) -> None:
        """Called when an initialisation begins."""

    def begin(self) -> None:
        """Starts all curves anew."""

    def plot(self) -> None:
        """Adds the present values to all curves."""

    def flush(self, method: str = "flush") -> None:
        """Draws what has come."""

    def is_idle(self) -> bool:
        """Tells whether there is nothing to plot."""

    def can_follow(self) -> bool:
        """Tells whether a run need not stop at every step for the plots' sake."""

    def start(self) -> None:
        """Called before steps that are made in one piece."""

    def follow(self, n_substep: int) -> None:
        """Called after them: there is a point every `n_substep` steps."""


class Runner:
    """Runs one session.

    Attributes:
        handlers: FInitializeHandlers in order of creation.
        user_procedures: Procedures of the run system that the user has redefined.
        callbacks: What to call at a given time, in the order of `Callback.due`.
        before_step: What to call at initialisation and before every step; each tells whether it is to be called again.
        at_voltage: What to call in every step as soon as it has a new voltage.
        display: Plots curves during runs, or None.
        random_plays: Variables that get a draw at initialisation and before every step.
        is_initializing: Whether `before_step` is called by finitialize.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self.handlers: list[InitializeHandler] = []
        self.user_procedures: dict[str, Callable[[], Any]] = {}
        self.callbacks: list[Callback] = []
        self._n_called = 0
        self._n_step = 0
        self.before_step: list[Callable[[], bool]] = []
        self.at_voltage: list[StepCall] = []
        self.display: Display | None = None
        self.random_plays: list[RandomPlay] = []
        self.is_initializing = False

    # ---- the kernel

    def finitialize(self, v: float | None = None) -> None:
        """Initialises everything at t = 0, with all voltages `v` [mV] if given."""
        session, simulation = self._session, self._session.simulation
        if self.display is not None:
            self.display.prepare()
        self._call_handlers(3)
        session.set_hoc("t", 0.0)
        session.model.probes.begin_plays()
        simulation.prepare()
        simulation.empty_queue()
        self.callbacks.clear()
        self._n_step = 0
        self.is_initializing = True
        self._call_before_step()
        self.is_initializing = False
        self.random_plays = [play for play in self.random_plays if play.random is not None]
        for play in self.random_plays:
            play.draw()
        simulation.play_start()
        if v is not None:
            simulation.set_voltage(v)
        session.model.transfers.carry_out()
        self._call_handlers(0)
        simulation.initialise()
        simulation.events.play_patterns()
        self._call_handlers(1)
        simulation.events.deliver(0.0)
        self._run_callbacks(0.0)
        simulation.begin_currents()
        simulation.begin_recording()
        simulation.begin_recording_spikes()
        self._call_handlers(2)

    def _call_handlers(self, kind: int) -> None:
        for handler in [h for h in self.handlers if h.kind == kind]:
            handler.call()

    def fadvance(self) -> None:
        """Makes one step."""
        self.advance(1)

    def advance(self, n_step: int) -> None:
        """Makes steps, with the callbacks that fall due at their ends."""
        meter = meter_for(n_step, self._session.dt)
        try:
            self._advance(n_step, meter)
        finally:
            if meter is not None:
                meter.close()

    def _advance(self, n_step: int, meter: Meter | None) -> None:
        session = self._session
        while n_step > 0:
            n_part = n_step
            if self.before_step:
                self._call_before_step()
                n_part = 1
            plays = session.simulation.host_plays
            if plays or self.at_voltage:
                n_part = 1
            if self.callbacks:
                n_part = min(n_part, self._steps_to_callback())
            for play in plays:
                play.follow(session.t + 0.5 * session.dt)
            n_part = self._drawn_ahead(n_part) if self.random_plays else n_part
            if self.at_voltage:
                session.simulation.advance_heard([called.call for called in self.at_voltage])
            else:
                n_part = session.simulation.advance(n_part, meter)
            if self.random_plays and n_part > 1:
                session.simulation.renew_draws([])
            for play in plays:
                play.follow(session.t)
            n_step -= n_part
            self._n_step += n_part
            self._run_callbacks(session.t + CALLBACK_SLACK * session.dt)
            if n_step > 0 and session.hoc("stoprun"):
                return

    def _drawn_ahead(self, n_step: int) -> int:
        """Makes draws for the next steps; returns for how many."""
        session = self._session
        played = self.random_plays = [play for play in self.random_plays if play.random is not None]
        if n_step < FEW or not session.simulation.can_draw_ahead(played):
            for play in played:
                play.draw()
            return 1
        n_step = min(n_step, MOST)
        lay_out_draws(played, n_step, session.t, session.dt)
        session.simulation.renew_draws(played)
        return n_step

    def _call_before_step(self) -> None:
        self.before_step = [call for call in self.before_step if call()]

    def _steps_to_callback(self) -> int:
        session = self._session
        n_due, _ = steps_to_reach(session.t, session.dt, self.callbacks[0].time - CALLBACK_SLACK * session.dt)
        return max(n_due, 1)

    def _run_callbacks(self, now: float) -> None:
        due = [c for c in self.callbacks if c.time <= now]
        self.callbacks = [c for c in self.callbacks if c.time > now]
        for callback in due:
            callback.call()

    def call_at(self, at: float, call: Callable[[], Any], name: str = "") -> None:
        """Calls something, by `name` for the user, at the end of the step that reaches time `at` [ms].

        A time that has passed is lost; from the second step on the present counts as passed. As in the queue of events, the
        earliest callback goes back behind its equals when an earlier one arrives.
        """
        now = self._session.t
        if at < now or (self._n_step > 1 and at < now + CALLBACK_SLACK * self._session.dt):
            return
        if self.callbacks and at < self.callbacks[0].time:
            self.callbacks[0].rank = self._n_called
            self._n_called += 1
        self.callbacks.append(Callback(at, self._n_called, call, name))
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
        self.call("initPlot")

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
        stop -= session.dt / 2
        n_substep = max(int(session.hoc("nstep_steprun")), 1)
        plots = self._plots_in_pieces()
        if plots or self.user_procedures.keys() & {"step", "advance", "Plot"}:
            while session.t < stop and not session.hoc("stoprun"):
                self.call("step")
        else:
            if self.display is not None:
                self.display.start()
            while session.t < stop and not session.hoc("stoprun"):
                n_step, _ = steps_to_reach(session.t, session.dt, stop)
                n_step += -n_step % n_substep
                if self.callbacks:
                    n_step = min(n_step, self._steps_to_callback())
                self.advance(n_step)
            if self.display is not None:
                self.display.follow(n_substep)
        self.call("flushPlot")
        session.set_hoc("realtime", time.perf_counter() - begin)

    def _plots_in_pieces(self) -> bool:
        """Tells whether curves want to be plotted at every step."""
        display = self.display
        return display is not None and not display.is_idle() and not display.can_follow()

    def step(self) -> None:
        """Advances by one step of the display."""
        for _ in range(max(int(self._session.hoc("nstep_steprun")), 1)):
            self.call("advance_once")
        self.call("Plot")

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
        self.call("flushPlot")

    # ---- plotting

    def initPlot(self) -> None:
        """Starts all curves anew, with a first point."""
        if self.display is not None:
            self.display.begin()
        self.call("Plot")
        self.call("flushPlot")

    def Plot(self) -> None:
        """Adds a point to all curves."""
        if self.display is not None:
            self.display.plot()

    def flushPlot(self) -> None:
        """Draws everything."""
        self.call("screen_update")
        if self.display is not None:
            self.display.flush()

    def fastflushPlot(self) -> None:
        """Draws what has come."""
        if self.display is not None:
            self.display.flush("fastflush")

    def screen_update(self) -> None:
        """Brings the screen up to date."""
        self.call("fastflushPlot")


def steps_to_reach(t: float, dt: float, stop: float) -> tuple[int, float]:
    """Returns how many fixed steps lead to t >= `stop`, or part of the way there, and t then as it accumulates [ms]."""
    from jneuron.session.steps import steps_until

    return steps_until(t, dt, stop)
