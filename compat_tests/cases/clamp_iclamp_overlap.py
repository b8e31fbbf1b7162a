"""Three overlapping IClamps at one node add up; a changed amp acts from the next step."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 25
soma.insert("hh")
clamps = []
for delay, dur, amp in ((1, 5, 0.5), (2, 1, 1.0), (4, 8, -0.3)):
    clamp = h.IClamp(soma(0.5))
    clamp.delay, clamp.dur, clamp.amp = delay, dur, amp
    clamps.append(clamp)
v = h.Vector().record(soma(0.5)._ref_v)
currents = [h.Vector().record(clamp._ref_i) for clamp in clamps]
h.finitialize(-65)
h.continuerun(6)
clamps[2].amp = 2
h.continuerun(10)
result = {"v": v, **{f"i{n}": current for n, current in enumerate(currents)}, "total": sum(clamp.i for clamp in clamps)}
