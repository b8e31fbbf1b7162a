TITLE PROTECT, MUTEXLOCK and MUTEXUNLOCK

NEURON { SUFFIX protected GLOBAL count RANGE mine THREADSAFE }
ASSIGNED { v count mine }
INITIAL { count = 0 }
BREAKPOINT { SOLVE states METHOD cnexp }
STATE { x }
DERIVATIVE states {
    PROTECT count = count + 1
    MUTEXLOCK
    mine = count
    MUTEXUNLOCK
    x' = 1 - x
}
