"""What every method of a Graph returns without a display."""

from neuron import h

soma = h.Section(name="soma")
g = h.Graph()
names = (
    "addexpr addobject addvar align begin beginline brush color crosshair_action erase erase_all exec_menu family fastflush "
    "fixed flush gif glyph label line line_info mark menu_action menu_remove menu_tool plot printfile relative save_name "
    "simgraph size unmap vector vfixed view view_count view_info view_size xaxis xexpr yaxis"
)
for name in names.split():
    print(name, [getattr(g, name)(*given) for given in ((), (1, 2), ("a", "b"), (1, 2, 3, 4))])
