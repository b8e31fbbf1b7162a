"""`jneuron compare my_model.py [args]`: the same script under NEURON and under jneuron, every difference in one report."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from jneuron.validate.metrics import DEFAULT_TOLERANCE, Bound, compare, default_bound
from jneuron.validate.report import render, summary
from jneuron.validate.server import Runner


def main(argv: Sequence[str]) -> int:
    """Runs the comparison and prints the report; returns 1 where the two differ, 2 where the script is missing."""
    options = _parser().parse_args(argv)
    script = Path(options.script)
    if not script.is_file():
        print(f"there is no file {script}")
        return 2
    captures = []
    for simulator in ("neuron", "jneuron"):
        with Runner(simulator) as runner:
            captures.append(runner.run(script, options.args, record_all=True, time_limit_s=options.limit))
    reference, measured = captures

    bounds = {name: _chosen_bound(name, options) for name in {*reference.numbers, *measured.numbers}}
    findings = compare(reference, measured, bounds)
    print(render(findings, everything=not options.quiet))
    print(summary(findings))
    return 0 if all(finding.agrees for finding in findings) else 1


def _chosen_bound(name: str, options: argparse.Namespace) -> Bound:
    metric = default_bound(name, is_series=True).metric
    return Bound(metric, {"voltage": options.voltage, "spikes": options.spikes, "samples": options.samples}[metric])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="jneuron compare", description="Run a script under NEURON and jneuron and compare.")
    parser.add_argument("script", help="a Python script that says `from neuron import h`")
    parser.add_argument("args", nargs=argparse.REMAINDER, help="what the script finds in sys.argv")
    parser.add_argument("--quiet", action="store_true", help="list differences only")
    parser.add_argument("--limit", type=int, default=3600, metavar="S", help="end a run after so many seconds")
    for metric, unit in (("voltage", "mV"), ("spikes", "ms"), ("samples", "relative")):
        default = DEFAULT_TOLERANCE[metric]
        explanation = f"how far {metric} may be off [{unit}], default {default:g}"
        parser.add_argument(f"--{metric}", type=float, default=default, metavar="TOLERANCE", help=explanation)
    return parser
