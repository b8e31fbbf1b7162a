TITLE Odd formatting: comments in comments, missing semicolons, everything on one line
COMMENT
  A comment with a colon : and with words such as NEURON { SUFFIX wrong }
ENDCOMMENT
? a question mark begins a comment too
NEURON{SUFFIX odd_format RANGE a,b : names
NONSPECIFIC_CURRENT i}
INDEPENDENT {t FROM 0 TO 1 WITH 1 (ms)}
PARAMETER{a=1.5(mV)<0,10> b=-2}ASSIGNED{v i}
STATE{x}INITIAL{x=a}BREAKPOINT{SOLVE s METHOD cnexp
i=x*1e-5*(v-b)}
DERIVATIVE s{x'=-x/
3}
