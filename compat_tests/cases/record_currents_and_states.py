"""Ion currents, gates, conductances and membrane currents of HH, sample by sample."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.L = soma.diam = 20
soma.insert("hh")
soma.insert("pas")
clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.5, 1, 1
seg = soma(0.5)
pointers = {
    "v": seg._ref_v,
    "ina": seg._ref_ina,
    "ik": seg._ref_ik,
    "i_pas": seg.pas._ref_i,
    "il": seg.hh._ref_il,
    "gna": seg.hh._ref_gna,
    "gk": seg._ref_gk_hh,
    "m": seg._ref_m_hh,
    "hgate": seg._ref_h_hh,
    "n": seg.hh._ref_n,
    "i_cap": seg._ref_i_cap,
    "ena": seg._ref_ena,
}
result = {name: h.Vector().record(pointer) for name, pointer in pointers.items()}
h.finitialize(-65)
h.continuerun(6)
