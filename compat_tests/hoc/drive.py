"""Runs one hoc file, given as argument, in a folder of its own; what it leaves is in `result`.

An error is part of what it leaves. Numbers of memory places are masked. The file is copied there, so that messages name it
without the place of this project.
"""

import os
import re
import shutil
import sys
import tempfile

from neuron import h

case = os.path.abspath(sys.argv[1])
result = {}
with tempfile.TemporaryDirectory() as folder:
    here = os.getcwd()
    os.chdir(folder)
    try:
        h.xopen(os.path.basename(shutil.copy(case, folder)))
    except RuntimeError as error:
        result["error"] = re.sub(r"0x[0-9a-f]+", "0x", str(error)).splitlines() or [""]
    finally:
        os.chdir(here)
