: every generator of NEURON's old library, called from the interpreter
NEURON { SUFFIX nothing }
FUNCTION vb_scop() { vb_scop = scop_random() }
FUNCTION vb_norm(m, s) { vb_norm = normrand(m, s) }
FUNCTION vb_exp(m) { vb_exp = exprand(m) }
FUNCTION vb_pois(m) { vb_pois = poisrand(m) }
PROCEDURE vb_seed(k) { set_seed(k) }
FUNCTION vb_norm_c() {
VERBATIM
    _lvb_norm_c = normrand(2.0, 0.5) + scop_random();
ENDVERBATIM
}
