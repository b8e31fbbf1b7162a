TITLE Two-electrode voltage clamp with three levels

: The control amplifier has a gain and the time constant tau2, its feedback path the time constant tau1; the measuring
: amplifier is ideal. Three voltages are unknown at each instant: the input of the control amplifier e, its output vo, and
: the output of the measuring amplifier vi. Each obeys one linear equation, with the values of the last step in e0, vo0
: and vi0:
:
:     vi = v + fac (vo - v)
:     tau2 (vo - vo0)/dt + vo = -gain e
:     (-stim - e) + (vi - e) + tau1 ((vi - e) - (vi0 - e0))/dt = 0
:
: The model is stiff, so the current that users read is computed after the voltage has advanced.

DEFINE LEVELS 3

NEURON {
    POINT_PROCESS VClamp
    ELECTRODE_CURRENT i
    RANGE e0, vo0, vi0, dur, amp, gain, rstim, tau1, tau2, fac, i
}

UNITS {
    (nA) = (nanoamp)
    (mV) = (millivolt)
    (uS) = (microsiemens)
}

PARAMETER {
    dur[LEVELS] (ms) <0, 1e9>
    amp[LEVELS] (mV)
    gain = 1e5 <0, 1e9>
    rstim = 1 (megohm) <1e-9, 1e9>
    tau1 = 0.001 (ms) <0, 1e9>
    tau2 = 0 (ms) <0, 1e9>
    e0 (mV)
    vo0 (mV)
    vi0 (mV)
    fac = 0 <1, 10>
}

ASSIGNED {
    v (mV)
    dt (ms)
    i (nA)
    stim (mV)
    end (ms)
}

STATE {
    e (mV)
    vo (mV)
    vi (mV)
}

INITIAL {
    e0 = 0
    vo = v
    vo0 = v
    vi = v
    vi0 = v
    e = 0
}

BREAKPOINT {
    SOLVE update METHOD after_cvode
    vstim()
    i = icur()
}

PROCEDURE vstim() {
    LOCAL found
    end = 0
    found = 0
    FROM j = 0 TO LEVELS - 1 {
        if (found == 0) {
            stim = amp[j]
            end = end + dur[j]
            if (t < end) {
                : not off before the next look, whatever t does within the step
                end = end + 100
                found = 1
            }
        }
    }
}

FUNCTION icur() (nA) {
    if (t > end) {
        e0 = 0
        vo0 = 0
        icur = 0
    } else {
        SOLVE clamp
        icur = (vo - v)/rstim
    }
}

LINEAR clamp {
    LOCAL t1, t2
    t1 = tau1/dt
    t2 = tau2/dt
    ~ vi = v + fac*vo - fac*v
    ~ t2*vo - t2*vo0 + vo = -gain*e
    ~ -stim - e + vi - e + t1*vi - t1*e - t1*(vi0 - e0) = 0
}

PROCEDURE update() {
    i = icur()
    e0 = e
    vo0 = vo
    vi0 = vi
}
