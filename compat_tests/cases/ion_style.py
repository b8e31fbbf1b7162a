"""ion_style codes, and ion_style set so that Nernst potentials follow concentrations."""
from neuron import h

h.load_file("stdrun.hoc")
soma = h.Section(name="soma")
soma.insert("hh")
styles = [h.ion_style("na_ion", sec=soma), h.ion_style("k_ion", sec=soma)]
v = h.Vector().record(soma(0.5)._ref_v)
ena = h.Vector().record(soma(0.5)._ref_ena)
soma.nao = 70
h.finitialize(-65)
h.continuerun(2)
result = {"v_constant": v.c(), "ena_constant": ena.c()}
styles.append(h.ion_style("na_ion", 3, 2, 1, 1, 0, sec=soma))
styles.append(h.ion_style("na_ion", sec=soma))
soma.nai, soma.nao = 15, 150
h.nai0_na_ion, h.nao0_na_ion = 20, 120
h.finitialize(-65)
h.continuerun(2)
result.update(v_nernst=v, ena_nernst=ena, styles=styles, concentrations=[soma.nai, soma.nao, soma.ena])
result["nernst"] = [h.nernst(10, 140, 1), h.nernst(5e-5, 2, 2), h.nernst(140, 4, -1)]
result["ghk"] = [h.ghk(-50, 1e-4, 2, 2), h.ghk(0, 10, 10, 1)]
