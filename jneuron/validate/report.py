"""A comparison as text for a person."""

from __future__ import annotations

from collections.abc import Sequence

from jneuron.validate.metrics import Finding

UNITS = {"voltage": "mV", "spikes": "ms", "samples": "of the largest", "values": "relative", "text": ""}


def render(findings: Sequence[Finding], *, everything: bool = True) -> str:
    """Returns one line a finding, the differences with what was expected below; `everything` lists what agrees too."""
    lines = []
    width = max((len(finding.name) for finding in findings), default=0)
    for finding in findings:
        if finding.agrees and not everything:
            continue
        verdict = "agrees" if finding.agrees else "DIFFERS"
        lines.append(f"{finding.name:{width}}  {verdict:8}{_distance(finding)}")
        if finding.detail and not finding.agrees:
            lines.append(f"{'':{width}}    {finding.detail}")
        if finding.bound.reason and not finding.agrees:
            lines.append(f"{'':{width}}    (bound: {finding.bound.reason})")
    return "\n".join(lines)


def summary(findings: Sequence[Finding]) -> str:
    """Returns the one sentence that a hurried reader wants."""
    differing = sum(not finding.agrees for finding in findings)
    if differing == 0:
        return f"NEURON and jneuron agree: {len(findings)} results compared."
    return f"{differing} of {len(findings)} results differ."


def _distance(finding: Finding) -> str:
    if finding.bound.metric == "text":
        return ""
    unit = UNITS[finding.bound.metric]
    return f"{finding.measured:.2e} {unit} (bound {finding.bound.tolerance:.0e}, {finding.bound.metric})"
