"""`List` and the pointers, where no comparison with NEURON reaches."""

from __future__ import annotations

import pytest

from jneuron.base.errors import HocError, UnsupportedError
from jneuron.facade.ref import NumberRef, ObjectRef, StringRef, ref
from jneuron.facade.vector.tests.session import LeastSession
from jneuron.model.reference import Reference


@pytest.fixture
def h():
    return LeastSession().h


def test_only_a_boxed_number_is_a_reference():
    assert isinstance(ref(3), Reference)
    assert not isinstance(ref("abc"), Reference)
    assert not isinstance(ref(None), Reference)


def test_a_box_is_of_the_kind_of_its_value():
    assert [type(ref(value)) for value in (3, "a", None)] == [NumberRef, StringRef, ObjectRef]


def test_a_box_keeps_its_kind():
    with pytest.raises(TypeError):
        ref(3)[0] = "a"
    with pytest.raises(TypeError):
        ref("a")[0] = 3


def test_a_boxed_string_is_taken_for_a_string(h):
    assert h.Vector().label(ref("abc")) == "abc"


def test_a_list_keeps_its_objects_alive(h):
    objects = h.List()
    objects.append(h.Vector([7]))
    assert objects[0][0] == 7


def test_a_list_of_a_class_shows_later_objects(h):
    living = h.List("Vector")
    vectors = [h.Vector() for _ in range(3)]
    assert list(living) == vectors
    del vectors[1]
    assert list(living) == vectors


def test_a_list_of_a_class_shows_its_own_session_only(h):
    other = LeastSession().h.Vector()
    assert other not in h.List("Vector")


def test_a_list_of_a_class_can_not_be_changed(h):
    with pytest.raises(UnsupportedError, match=r"List\.append"):
        h.List("Vector").append(h.Vector())


def test_ptr_vector_and_vector_must_have_one_size(h):
    with pytest.raises(HocError, match="differ in size"):
        h.PtrVector(3).gather(h.Vector(2))


def test_pointer_executes_its_statement(h):
    pointer = h.Pointer(ref(1), "print $1")
    pointer.assign(4)
    assert h.Vector.session.executed == ["print (4.0)"]
