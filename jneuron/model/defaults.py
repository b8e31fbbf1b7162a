"""What nodes and the simulator's own variables begin with, by name."""

from __future__ import annotations

NODE = {"v": -65.0, "area": 100.0, "ri": 0.0, "i_membrane_": 0.0}
GLOBALS = {
    "t": 0.0,
    "dt": 0.025,
    "celsius": 6.3,
    "secondorder": 0.0,
    "clamp_resist": 0.001,
    "tstop": 5.0,
    "v_init": -65.0,
    "steps_per_ms": 40.0,
    "nstep_steprun": 1.0,
    "stoprun": 0.0,
    "realtime": 0.0,
    "running_": 0.0,
}
