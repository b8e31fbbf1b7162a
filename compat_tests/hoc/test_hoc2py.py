"""What hoc2py prints is the Python that a person would write."""

from __future__ import annotations

from jneuron import Session
from jneuron.hoc.runtime.hoc2py import Translator


def python_of(text: str) -> list[str]:
    """Returns the lines of a translation, without the import."""
    return Translator(Session()).translate(text).splitlines()[2:]


def test_sections_become_sections() -> None:
    assert python_of("create soma, dend[2]\nsoma { nseg = 3 insert hh }\nconnect dend[1](0), soma(1)\n") == [
        'soma = h.Section(name="soma")',
        'dend = [h.Section(name=f"dend[{i}]") for i in range(2)]',
        "soma.nseg = 3",
        'soma.insert("hh")',
        "dend[1].connect(soma(1), 0)",
    ]


def test_procedures_become_functions_with_named_arguments() -> None:
    assert python_of("x = 1\nproc p() { local i\n for i = 0, $1 { x += i } }\n") == [
        "x = 1",
        "def p(a1):",
        "    global x",
        "    for i in range(0, int(a1) + 1):",
        "        x += i",
        "",
    ]


def test_point_processes_take_their_segment() -> None:
    assert python_of("create soma\nobjref st\nsoma st = new IClamp(.5)\nst.amp = 1\n")[2:] == [
        "st = h.IClamp(soma(.5))",
        "st.amp = 1",
    ]


def test_comments_stay_and_odd_things_stay_hoc() -> None:
    assert python_of("// the cell\ncreate soma\nproc n() { print numarg() }\nn(1)\n") == [
        "# the cell",
        'soma = h.Section(name="soma")',
        'h(r"""proc n() { print numarg() }""")',
        "h.n(1)",
    ]


def test_a_range_variable_changes_segment_by_segment() -> None:
    assert python_of("create soma\nsoma { insert pas g_pas *= 2 v += 1 }\nsoma.g_pas /= L\n")[2:] == [
        "for seg in soma:",
        "    seg.g_pas *= 2",
        "for seg in soma.allseg():",
        "    seg.v += 1",
        "amount = h.cas().L",
        "for seg in soma:",
        "    seg.g_pas /= amount",
    ]


def test_sections_are_chosen_by_name_and_by_list() -> None:
    assert python_of(
        'create a, b\nobjref s\ns = new SectionList()\na s.append()\nforsec "a" L = 3\nforsec s b ifsec s L = 2\n'
    )[3:] == [
        "s = h.SectionList()",
        "s.append(sec=a)",
        "for sec in h.allsec():",
        '    if h.issection(".*a.*", sec=sec):',
        "        sec.L = 3",
        "for sec in s:",
        "    if b in s:",
        "        b.L = 2",
    ]
