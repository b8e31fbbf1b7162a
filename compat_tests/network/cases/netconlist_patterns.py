"""Patterns of netconlist are found anywhere in a name; [ ] are literal and < > enclose a class."""

from neuron import h

h("""begintemplate Cell
public soma, syn
create soma
objref syn
proc init() { soma { insert hh syn = new ExpSyn(.5) } }
endtemplate Cell
objref cells, nl
cells = new List()
nl = new List()
for i=0,14 cells.append(new Cell())
for i=0,14 cells.o(i).soma nl.append(new NetCon(&v(.5), cells.o((i+1)%15).syn))
""")
cvode = h.CVode()
for pattern in ("C.*", "Cell[1]", "Cell\\[1\\]", "<A-Z>ell", "ell", "Cell[<12>]", "(Cell|X)", "Cell[1", "C?ell[3]", "^Cell[1]",
                "Cell\\[1", "*", "[", "Cell[1]|Cell[2]", "\\w+.1.", "<", "Cell[<0-2>]"):  # fmt: skip
    for arguments in ((pattern, "", ""), ("", "", pattern)):
        try:
            print(repr(pattern), [nc.hname() for nc in cvode.netconlist(*arguments)])
        except RuntimeError as error:
            print(repr(pattern), error)
h("cells.remove(1)")
print([nc.hname() for nc in cvode.netconlist("", "", "")], h.nl.o(1).preseg(), h.nl.o(1).precell())
