"""hoc_stdout sends what is printed to a file for a while."""

import os
import tempfile

from neuron import h

path = os.path.join(tempfile.mkdtemp(), "out.txt")
h(f'hoc_stdout("{path}")')
h("print 3")
h('printf("%g\\n", 2.5)')
print("python too")
h("hoc_stdout()")
h("print 4")
print(open(path).read())
