"""Everything that builds a menu or a panel of the run library."""

from neuron import h

h.load_file("nrngui.hoc")
soma = h.Section(name="soma")
names = (
    "nrnmainmenu nrncontrolmenu graphmenu vectormenu windowmenu buildmenu toolmenu fittingmenu impedancemenu "
    "miscellaneousmenu pointprocessesmenu distmechmenu distmechviewers celsius_panel globalra_panel pointmenu movierunpanel "
    "makeppm makeinserter makeMenuExplore makeFamily newcommand"
)
for name in names.split():
    print(name, getattr(h, name)())
print(h.makePointBrowser("IClamp"), h.mapped_nrnmainmenu_, h.graph_menu_remove_most(h.Graph()))
