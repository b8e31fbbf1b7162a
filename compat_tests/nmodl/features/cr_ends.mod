TITLE Lines end as under DOS, and bytes that are not ASCII stand in a COMMENT
NEURON { SUFFIX cr_ends RANGE y }
ASSIGNED { v y }
COMMENT
5 µm, café
ENDCOMMENT
BREAKPOINT {
  y = v*2 : twice
}
