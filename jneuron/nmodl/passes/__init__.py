"""One rewrite of the tree a file; `jneuron.nmodl.pipeline` lists them in order."""
