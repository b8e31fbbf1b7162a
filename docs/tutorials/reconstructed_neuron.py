"""A reconstructed neuron under synaptic bombardment.

Reads a morphology, divides it by the d_lambda rule, puts Hodgkin-Huxley channels into soma and axon and leaves the
dendrites passive, drives it with a current step and fifty synapses, and prints when it fires.

    python reconstructed_neuron.py --plot spikes.png      under NEURON
    jneuron reconstructed_neuron.py --plot spikes.png     under jneuron, the same file
    jneuron compare reconstructed_neuron.py               both, and every difference
"""

import argparse
import random
from pathlib import Path

from neuron import h
from neuron.units import ms, mV

h.load_file("stdrun.hoc")
h.load_file("import3d.hoc")

MORPHOLOGY = Path(__file__).parent / "pyramidal.swc"
N_SYNAPSE = 50


class PyramidalCell:
    """One cell, built from a file of 3-D points."""

    def __init__(self, morphology):
        self._read(morphology)
        self._divide()
        self._insert_channels()

    def __str__(self):
        return "PyramidalCell"

    def _read(self, morphology):
        reader = h.Import3d_SWC_read()
        reader.input(str(morphology))
        h.Import3d_GUI(reader, 0).instantiate(self)
        self.dendrites = [*self.dend, *self.apic]

    def _divide(self):
        # at 100 Hz no segment is longer than a tenth of the length constant
        for sec in self.all:
            sec.Ra = 100
            sec.cm = 1
            sec.nseg = int((sec.L / (0.1 * h.lambda_f(100, sec=sec)) + 0.9) / 2) * 2 + 1

    def _insert_channels(self):
        for sec in [*self.soma, *self.axon]:
            sec.insert("hh")
            # more channels than the squid's axon has, for a soma that drives a whole tree
            sec.gnabar_hh *= 4
            sec.gkbar_hh *= 4
        for sec in self.dendrites:
            sec.insert("pas")
            sec.g_pas = 3e-4
            sec.e_pas = -65


def add_synapses(cell, count, seed=7):
    """Scatters synapses over the dendrites by length, each with a jittered train of its own."""
    place = random.Random(seed)
    synapses = []
    for number in range(count):
        sec = place.choices(cell.dendrites, [sec.L for sec in cell.dendrites])[0]
        synapse = h.Exp2Syn(sec(place.random()))
        synapse.tau1, synapse.tau2, synapse.e = 0.3, 2, 0
        stim = h.NetStim()
        stim.start, stim.interval, stim.number, stim.noise = 20, 25, 1000, 0.1
        stim.noiseFromRandom123(number, 0, 0)
        connection = h.NetCon(stim, synapse)
        connection.delay, connection.weight[0] = 1, 0.004
        synapses.append((synapse, stim, connection))
    return synapses


def detect_spikes(segment):
    """Watches the voltage of a segment for upward crossings of 0 mV."""
    detector = h.NetCon(segment._ref_v, None, sec=segment.sec)
    detector.threshold = 0
    return detector


def record_spikes(detector):
    """Returns a Vector that will hold the times of the crossings."""
    times = h.Vector()
    detector.record(times)
    return times


def main():
    options = argparse.ArgumentParser(description="A reconstructed neuron under synaptic bombardment.")
    options.add_argument("--plot", metavar="FILE", help="save the voltages as a picture (needs matplotlib)")
    options.add_argument("--tstop", type=float, default=200, help="how long to run [ms]")
    options = options.parse_args()

    cell = PyramidalCell(MORPHOLOGY)
    synapses = add_synapses(cell, N_SYNAPSE)
    soma, axon_tip, tuft = cell.soma[0](0.5), cell.axon[-1](1), cell.apic[-1](0.5)

    clamp = h.IClamp(soma)
    clamp.delay, clamp.dur, clamp.amp = 5, 10, 1.2

    t = h.Vector().record(h._ref_t)
    voltages = {
        "soma": h.Vector().record(soma._ref_v),
        "axon tip": h.Vector().record(axon_tip._ref_v),
        "basal dendrite": h.Vector().record(cell.dend[2](0.5)._ref_v),
        "apical tuft": h.Vector().record(tuft._ref_v),
    }
    detectors = [detect_spikes(soma), detect_spikes(axon_tip)]
    soma_spikes, axon_spikes = (record_spikes(detector) for detector in detectors)

    h.finitialize(-65 * mV)
    h.continuerun(options.tstop * ms)

    sections = list(cell.all)
    segments = sum(sec.nseg for sec in sections)
    print(f"{len(sections)} sections, {segments} segments, {len(synapses)} synapses, {options.tstop:g} ms")
    print()
    print(" spike   soma [ms]   axon tip [ms]")
    for number, (at_soma, at_tip) in enumerate(zip(soma_spikes, axon_spikes), 1):
        print(f"{number:6d}{at_soma:12.3f}{at_tip:16.3f}")
    print()
    print("              lowest [mV]  highest [mV]")
    for name, v in voltages.items():
        print(f"{name:14}{v.min():11.4f}{v.max():14.4f}")

    if options.plot:
        save_plot(options.plot, t, voltages)


def save_plot(file, t, voltages):
    """Draws the voltages above each other."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(len(voltages), sharex=True, figsize=(9, 7))
    for axis, (name, v) in zip(axes, voltages.items()):
        axis.plot(t, v, linewidth=0.8)
        axis.set_ylabel(f"{name}\n[mV]")
    axes[-1].set_xlabel("t [ms]")
    figure.tight_layout()
    figure.savefig(file, dpi=150)
    print(f"\nplot: {file}")


if __name__ == "__main__":
    main()
