"""NumericalMethodPanel tells and sets the method of integration."""

from neuron import h

h.load_file("stdrun.hoc")
s = h.Section(name="s")
s.insert("hh")
h.finitialize(-65)
panel = h.numericalmethodpanel
print(panel, panel.refresh(), panel.b1 == panel, h.using_cvode_, panel.atoltool_, panel.map())
panel.prdetails(panel.refresh(), "now")
print(panel.fixed(), h.cvode_active(), h.cvode_local(), panel.refresh())
