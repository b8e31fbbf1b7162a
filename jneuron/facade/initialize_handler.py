"""`h.FInitializeHandler`: something to be called while `finitialize` works."""

from __future__ import annotations

from typing import Any

from jneuron.facade.callbacks import callback
from jneuron.facade.calls import OUT_OF_RANGE, Arguments, HocMethodsObject, Refusal, attach, refuse
from jneuron.facade.implements import implements
from jneuron.session.run import InitializeHandler


@implements("FInitializeHandler", "FInitializeHandler.allprint")
class FInitializeHandler(HocMethodsObject):
    """`FInitializeHandler(callable)` or `FInitializeHandler(type, callable)`.

    Type 0 is called before the INITIAL blocks, 1 (the default) after them, 2 at the end, 3 before anything.
    """

    hoc_name = "FInitializeHandler"
    __slots__ = ("_handler", "_what")

    def __init__(self, *values: Any, **keywords: Any) -> None:
        super().__init__()
        given = Arguments("FInitializeHandler", values)
        try:
            kind = int(given.checked(0, 0, 3)) if given.is_number(0) else 1
            index = 1 if given.is_number(0) else 0
            what = given.string(index) if given.is_string(index) else given.any(index)
            owner = given.object(index + 1) if given.has(index + 1) else None
            if what is None:
                raise Refusal("arg is None")
            if given.is_number(1):
                raise Refusal(OUT_OF_RANGE)
            handler = InitializeHandler(kind, callback(self.session, what, owner), _label(self.session, what))
        except Refusal as refusal:
            refuse(refusal, "FInitializeHandler", values)
        object.__setattr__(self, "_what", what)
        object.__setattr__(self, "_handler", handler)
        self.session.runner.handlers.append(handler)

    def __del__(self) -> None:
        handler = getattr(self, "_handler", None)
        if handler is not None and handler in self.session.runner.handlers:
            self.session.runner.handlers.remove(handler)
        super().__del__()


def _label(session: Any, what: Any) -> str:
    return what if isinstance(what, str) else f"PythonObject[{session.object_numbers['PythonObject'].take()}]"


def _allprint(self: FInitializeHandler, given: Arguments) -> float:
    """Prints all handlers by type."""
    for kind in range(4):
        handlers = [handler for handler in self.session.runner.handlers if handler.kind == kind]
        if handlers:
            print(f"Type {kind} FInitializeHandler statements")
            for handler in handlers:
                print(f"\t{handler.label}")
    return 0.0


attach(FInitializeHandler, {"allprint": _allprint})
