"""PlotShape: what each method returns and refuses; show answers with the mode before."""

from neuron import h

soma = h.Section(name="soma")
p = h.PlotShape(False)
names = (
    "begin beginline color color_all color_list colormap erase erase_all exec_menu fastflush flush gif hinton label len_scale "
    "line mark menu_action menu_tool nearest nearest_seg observe printfile push_selected rotate save_name selected_seg size "
    "unmap view view_count"
)
for name in names.split():
    print(name, [getattr(p, name)(*given) for given in ((), (1, 2), ("a",), (1, 2, 3, 4, 5))])
print(p.show(), p.show(0), p.show(), p.show(2), p.show(1), p.show())
print(p.variable("v"), p.variable("nothing"), p.scale(-80, 40), p.variable(lambda segment: segment.x))
for action in (
    lambda: p.variable(),
    lambda: p.variable(3),
    lambda: p.variable(h.Vector()),
    lambda: p.scale(1),
    lambda: p.show("a"),
    lambda: h.PlotShape("a"),
    lambda: h.PlotShape(h.Vector()),
):
    try:
        print(action())
    except RuntimeError as error:
        print(str(error).split("; really")[0])
print(h.PlotShape(h.SectionList([soma])), h.PlotShape(h.SectionList(), 0), h.PPShape())
