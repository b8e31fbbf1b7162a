NEURON { SUFFIX two_currents NONSPECIFIC_CURRENT il, ih RANGE gl, gh, sum }
PARAMETER { gl = 1e-4 gh = 2e-4 }
ASSIGNED { v il ih sum }
BREAKPOINT {
    il = gl*(v + 60)
    ih = gh*(v + 30)
    sum = il + ih
}
