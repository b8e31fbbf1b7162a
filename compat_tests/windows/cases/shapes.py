"""Shape: what each method returns."""

from neuron import h

soma = h.Section(name="soma")
clamp = h.IClamp(soma(0.5))
names = (
    "action begin beginline color color_all color_list erase erase_all exec_menu flush gif label len_scale line mark menu_action "
    "menu_tool nearest nearest_seg observe point_mark point_mark_remove printfile push_selected rotate save_name select "
    "selected_seg show size unmap view view_count"
)
for shape in (h.Shape(), h.Shape(0), h.Shape(h.SectionList([soma])), h.Shape("x")):
    print(shape)
for name in names.split():
    print(name, [getattr(shape, name)(*given) for given in ((), (1, 2), ("a",), (1, 2, 3, 4, 5))])
print(shape.point_mark(clamp, 2), shape.color(2, sec=soma), shape.observe(h.SectionList()), shape.point_mark_remove(clamp))
