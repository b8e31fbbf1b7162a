: a noisy current: NEURON works a current out twice, whether it depends on v or not
NEURON { POINT_PROCESS noisy_current RANGE sigma, n NONSPECIFIC_CURRENT i RANDOM r }
PARAMETER { sigma = 0.05 }
ASSIGNED { i n v }
INITIAL { n = 0 }
BREAKPOINT { i = sigma*random_normal(r) n = n + 1 }
