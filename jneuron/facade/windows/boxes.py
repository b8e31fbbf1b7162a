"""Boxes, decks and the window manager: h.VBox, h.HBox, h.Deck, h.PWManager; and the small tools h.SymChooser,
h.TextEditor, h.ValueFieldEditor. Without a display they hold nothing.
"""

from __future__ import annotations

from jneuron.facade.calls import Arguments, attach
from jneuron.facade.objects import leaving
from jneuron.facade.windows.accepted import Window, attach_answers


def _number(window: Window, given: Arguments) -> float:
    """Reads a number and does nothing else without a display; returns the number."""
    return given.number(0)


def _ref(box: _Box, given: Arguments) -> float:
    """`ref(object)`: keeps an object for as long as the box is there; one that holds the box in turn stays for ever."""
    kept = given.object(0)
    if kept is None:
        return 0.0
    box.session.interface.kept_by_boxes[id(box)] = kept
    return 1.0


class _Box(Window):
    """A box of windows, one beside or below the other."""

    __slots__ = ()

    def _open(self, given: Arguments) -> None:
        given.number(0, 0.0)
        given.number(1, 0.0)

    def __del__(self) -> None:
        if not leaving():
            self.session.interface.kept_by_boxes.pop(id(self), None)
        super().__del__()


class VBox(_Box):
    """NEURON's VBox: windows from top to bottom."""

    hoc_name = "VBox"
    __slots__ = ()


class HBox(_Box):
    """NEURON's HBox: windows from left to right."""

    hoc_name = "HBox"
    __slots__ = ()


class Deck(Window):
    """NEURON's Deck: windows of which one is seen."""

    hoc_name = "Deck"
    __slots__ = ()


class PWManager(Window):
    """NEURON's PWManager: all windows on the screen; without a display there are none."""

    hoc_name = "PWManager"
    __slots__ = ()


class SymChooser(Window):
    """NEURON's SymChooser: a window to choose a variable's name in; nobody does."""

    hoc_name = "SymChooser"
    __slots__ = ()


class TextEditor(Window):
    """NEURON's TextEditor."""

    hoc_name = "TextEditor"
    __slots__ = ()


class ValueFieldEditor(Window):
    """NEURON's ValueFieldEditor."""

    hoc_name = "ValueFieldEditor"
    __slots__ = ()


for _class in (VBox, HBox):
    attach_answers(
        _class,
        {
            **dict.fromkeys(("adjust", "adjuster", "dialog", "dismiss_action", "full_request", "size", "unmap"), 0.0),
            **dict.fromkeys(("map", "save"), 1.0),
            "ismapped": False,
        },
    )
    attach(
        _class,
        {"intercept": _number, "priority": _number, "ref": _ref},
    )

attach_answers(
    Deck, {"flip_to": -1.0, "map": 1.0, "move_last": 0.0, "remove": 0.0, "remove_last": 0.0, "save": 1.0, "unmap": 0.0}
)
attach(Deck, {"intercept": _number})

attach_answers(
    PWManager,
    {
        **dict.fromkeys(("close", "deiconify", "hide", "iconify", "map", "save", "snap"), 0.0),
        **dict.fromkeys(("deco", "landscape", "paper_place", "printfile", "window_place"), 1.0),
        "count": 0,
        "group": None,
        "is_mapped": False,
        "leader": -1,
        "manager": -1,
        "name": "",
    },
)
attach(PWManager, {"scale": _number})

attach_answers(SymChooser, {"run": 0.0, "text": 0.0})
attach_answers(TextEditor, {"map": 0.0, "readonly": 0.0, "text": ""})
attach_answers(ValueFieldEditor, {"default": 0.0})
