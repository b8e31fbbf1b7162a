"""After a play the target keeps its last value, which counts at t = 0 of the next run."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
times = h.Vector([1, 2])
values = h.Vector([0.1, 0.9])
values.play(clamp._ref_amp, times, 1)
i = h.Vector().record(clamp._ref_i)
h.finitialize(-70)
h.continuerun(3)
result = {"i_first": i.c(), "after_first": clamp.amp}
h.finitialize(-70)
result["at_start"] = clamp.amp
h.continuerun(3)
result.update(i_second=i.c(), after_second=clamp.amp)
values.play_remove()
clamp.amp = 0.25
h.finitialize(-70)
h.continuerun(2)
result["i_removed"] = i.c()
