"""Variables that follow others: at the end of the voltage's update every target takes the value its source has then."""

from __future__ import annotations

from jneuron.engine.array_ops import scatter_set
from jneuron.engine.frame import Frame


def transfer(frame: Frame) -> None:
    """Gives every target the value of its source."""
    columns = [frame.column(source).reshape(-1) for source, _ in frame.program.transfers]
    for values, (_, (place, name)), plan in zip(columns, frame.program.transfers, frame.params.transfers, strict=True):
        present = frame.column((place, name))
        changed = scatter_set(frame.xp, present.reshape(-1), plan["target"], values[plan["source"]]).reshape(present.shape)
        g = next(g for g, spec in enumerate(frame.program.groups) if spec.name == place)
        frame.groups[g][name] = changed
