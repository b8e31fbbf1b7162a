"""cvode.event callbacks: order, times seen, a callback that queues another, changes made."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
clamp = h.IClamp(soma(0.5))
clamp.dur = 1e9
cvode = h.CVode()
seen = []

def note(label):
    def call():
        seen.append(f"{label} {h.t:.6f} {soma(0.5).v:.6f}")
    return call

def inject():
    clamp.amp = 80
    cvode.event(h.t + 1.0, stop)

def stop():
    clamp.amp = 0
    seen.append(f"stop {h.t:.6f}")

v = h.Vector().record(soma(0.5)._ref_v)
h.finitialize(-65)
cvode.event(2, note("late"))
cvode.event(1, note("first at 1"))
cvode.event(1, note("second at 1"))
cvode.event(1.0124, note("before half a step"))
cvode.event(1.0126, note("after half a step"))
cvode.event(0.5, inject)
cvode.event(100, note("never"))
h.continuerun(4)
result = {"seen": seen, "v": v}
