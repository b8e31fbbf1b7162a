"""i_membrane_: what leaves each node through its membrane, capacitance included and electrodes not, at every node and step."""

from neuron import h

h.load_file("stdrun.hoc")
soma, dend = h.Section("soma"), h.Section("dend")
dend.connect(soma(1))
soma.L = soma.diam = 20
dend.L, dend.diam = 300, 2
soma.nseg, dend.nseg = 3, 5
soma.insert("hh")
dend.insert("pas")

clamp = h.IClamp(soma(0.5))
clamp.delay, clamp.dur, clamp.amp = 0.1, 5, 0.5
synapse, stim = h.ExpSyn(dend(0.3)), h.NetStim()
stim.start = 1
connection = h.NetCon(stim, synapse, 0, 0, 0.01)
voltage_clamp = h.SEClamp(dend(0.8))
voltage_clamp.dur1, voltage_clamp.amp1 = 2, -60
end_synapse = h.ExpSyn(dend(1))
at_end = h.NetCon(stim, end_synapse, 0, 2, 0.005)


def attempt(action):
    try:
        return repr(action())
    except (AttributeError, RuntimeError) as error:
        return f"{type(error).__name__}: {error}"


asked = [attempt(lambda: soma(0.5).i_membrane_), attempt(lambda: soma(0.5)._ref_i_membrane_), attempt(lambda: soma.i_membrane_)]
cvode = h.CVode()
asked += [attempt(cvode.use_fast_imem), attempt(lambda: cvode.use_fast_imem(1)), attempt(cvode.use_fast_imem)]

every = [segment for section in (soma, dend) for segment in section.allseg()]
recorded = [h.Vector().record(segment._ref_i_membrane_) for segment in every]
at_intervals = h.Vector().record(dend(0.5)._ref_i_membrane_, 0.1)


def handler():
    dend(0.5).v = -40


beginning = h.FInitializeHandler(0, handler)
result = {}
for order in (0, 1, 2):
    h.secondorder = order
    h.finitialize(-65)
    result[f"start_{order}"] = [segment.i_membrane_ for segment in every]
    h.continuerun(5)
    for k, vector in enumerate(recorded):
        result[f"node_{k}_{order}"] = vector.c()
    result[f"intervals_{order}"] = at_intervals.c()
    result[f"end_{order}"] = [segment.i_membrane_ for segment in every]
    # what leaves comes from the electrode
    asked.append(f"{abs(sum(result[f'end_{order}']) - clamp.i) < 1e-12}")
h.secondorder = 0
h.finitialize(-65)
h.fadvance()
profile = h.Vector()
h.RangeVarPlot("i_membrane_", soma(0), dend(1)).to_vector(profile)
result["profile"] = profile.to_python()
# fcurrent leaves a density there [mA/cm2]
h.fcurrent()
result["density"] = [segment.i_membrane_ for segment in every]
asked += [attempt(lambda: setattr(soma(0.5), "i_membrane_", 1)), attempt(lambda: soma.i_membrane_), h.units("i_membrane_")]
asked += [attempt(lambda: cvode.use_fast_imem(0)), attempt(lambda: soma(0.5).i_membrane_)]
result["asked"] = asked
