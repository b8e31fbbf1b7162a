"""Bodies about Random, NMODLRandom, NetStim's streams, StringFunctions, File, Matrix and Timer, by name."""
