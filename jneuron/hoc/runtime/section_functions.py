"""Functions of the top level that are about the currently accessed section, as emitted code calls them: `s_x3d(section, i)`.

Numbers in the right places take the short way; everything else is the business of the function that users call.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from jneuron.geometry import points
from jneuron.geometry.paths import distance_to, lambda_f
from jneuron.geometry.segments import refresh
from jneuron.model.points import PLACES
from jneuron.model.section import SectionDecl

if TYPE_CHECKING:
    from jneuron.hoc.runtime.sections import SectionSupport

SectionFunction = Callable[..., float]


def section_function(support: SectionSupport, name: str) -> SectionFunction:
    """Returns the function of a name, whose first argument is the section's declaration."""
    make = QUICK.get(name)
    general = _general(support, name)
    return make(support, general) if make is not None else general


def _general(support: SectionSupport, name: str) -> SectionFunction:
    function, stack = getattr(support.session.h, name), support.stack

    def call(decl: SectionDecl, *values: Any) -> Any:
        if stack and stack[-1] is decl:
            return function(*values)
        stack.append(decl)
        try:
            return function(*values)
        finally:
            stack.pop()

    return call


def _n3d(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    # arguments too many are no mistake
    return lambda decl, *values: float(len(decl.points))


def _arc3d(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    def get(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 1 and type(values[0]) is float and 0.0 <= values[0] < len(decl.points):
            return decl.points.arc[int(values[0])]
        return general(decl, *values)

    return get


def _coordinate(column: str) -> Callable[[SectionSupport, SectionFunction], SectionFunction]:
    place, is_diameter = PLACES[column], column == "diam"

    def make(support: SectionSupport, general: SectionFunction) -> SectionFunction:
        def get(decl: SectionDecl, *values: Any) -> float:
            if len(values) == 1 and type(values[0]) is float and values[0] >= 0.0:
                numbers, element = decl.points.numbers, 4 * int(values[0]) + place
                if element < len(numbers):
                    return abs(numbers[element]) if is_diameter else numbers[element]
            return general(decl, *values)

        return get

    return make


def _pt3dadd(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    model = support.session.model

    def add(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 4:
            x, y, z, diam = values
            if type(x) is type(y) is type(z) is type(diam) is float:
                points.add_point(model, decl, values)
                return 1.0
        return general(decl, *values)

    return add


def _pt3dchange(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    model = support.session.model

    def change(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 5:
            i, x, y, z, diam = values
            if type(i) is type(x) is type(y) is type(z) is type(diam) is float and 0.0 <= i < len(decl.points):
                points.change_point(model, decl, int(i), (x, y, z, diam))
                return 0.0
        return general(decl, *values)

    return change


def _pt3dclear(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    def clear(decl: SectionDecl, *values: Any) -> float:
        if values:
            return general(decl, *values)
        points.clear_points(decl)
        return 0.0

    return clear


def _lambda_f(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    model = support.session.model

    def length_constant(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 1 and type(values[0]) is float:
            return lambda_f(model, decl, values[0])
        return general(decl, *values)

    return length_constant


def _area(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    model = support.session.model
    nodes = model.tables["node"]

    def area(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 1 and type(values[0]) is float and 0.0 < values[0] < 1.0:
            refresh(model, decl)
            return nodes.column("area").item(decl.node_start + 1 + int(values[0] * decl.nseg))
        return general(decl, *values)

    return area


def _distance(support: SectionSupport, general: SectionFunction) -> SectionFunction:
    interface = support.session.interface

    def measure(decl: SectionDecl, *values: Any) -> float:
        if len(values) == 1 and type(values[0]) is float and 0.0 <= values[0] <= 1.0:
            origin = interface.distance_origin
            if origin is not None and origin.section.alive:
                return distance_to(origin, decl, decl.slot(values[0]))
        return general(decl, *values)

    return measure


QUICK: dict[str, Callable[[SectionSupport, SectionFunction], SectionFunction]] = {
    "n3d": _n3d,
    "x3d": _coordinate("x"),
    "y3d": _coordinate("y"),
    "z3d": _coordinate("z"),
    "arc3d": _arc3d,
    "diam3d": _coordinate("diam"),
    "pt3dadd": _pt3dadd,
    "pt3dchange": _pt3dchange,
    "pt3dclear": _pt3dclear,
    "distance": _distance,
    "lambda_f": _lambda_f,
    "area": _area,
}
"""By name: what makes the short way from the model and the long way."""
