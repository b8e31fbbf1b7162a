"""After SaveState.restore, samples at intervals and at given times go on from where they had been, and so do stepwise plays."""

from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.3, 20, 0.5
at = h.Vector([0.3, 0.7, 1.1, 1.6, 2.2, 3.1])
records = {
    "step": h.Vector().record(soma(0.5)._ref_v),
    "interval": h.Vector().record(soma(0.5)._ref_v, 0.25),
    "at": h.Vector().record(soma(0.5)._ref_v, at),
    "t": h.Vector().record(h._ref_t, 0.25),
    "t_at": h.Vector().record(h._ref_t, at),
}
amplitudes, times = h.Vector([0, 0.1, 0.2, 0.3, 0.4]), h.Vector([0, 0.5, 1, 1.5, 2])
amplitudes.play(clamp._ref_amp, times)


def show():
    print(f"{h.t:.4f}", [record.size() for record in records.values()], clamp.amp)


h.finitialize(-65)
h.continuerun(0.6)
saved = h.SaveState()
saved.save()
result = {}
for k, end in enumerate((2.7, 0.8, 2.9)):
    h.continuerun(end)
    show()
    result |= {f"{name} {k}": record.c() for name, record in records.items()}
    if k == 0:
        saved.restore()
        show()
h.finitialize(-65)
saved.restore()
show()
h.continuerun(1.5)
show()
result |= {f"{name} last": record.c() for name, record in records.items()}
