"""Random hoc programs: what they do is compared between NEURON and jneuron.

`program(seed)` returns a text of some thirty statements over a fixed set of declarations: arithmetic and precedence, strings,
objects, arrays, procedures with arguments of every kind, iterators, templates, sections and ranges, the classes that hoc code
uses, and now and then something that NEURON refuses.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

DECLARATIONS = """
{ a = 2  b = 3.5  c = -1  d = 0  k = 0  w = 0 }
double arr[6], grid[3][4]
strdef s1, s2, s3
objref vec, wec, lst, mat, obj, obj2, boxes[3], sf, rnd, fil, nil, other
{ s1 = "alpha"  s2 = "beta gamma"  s3 = "" }
func twice() { return 2 * $1 }
func fact() { if ($1 <= 1) { return 1 } return $1 * fact($1 - 1) }
func count_args() { return numarg() }
func kind() { return argtype(1) }
func sum_all() { local i, t
  t = 0
  for i = 1, numarg() { t += $i }
  return t
}
proc show() { print $1, $s2 }
proc set_text() { $s1 = "changed" }
proc set_number() { $&1 = $2 }
proc set_object() { $o1 = $o2 }
proc nested() { local x
  x = $1
  if (x > 0) { nested(x - 1) }
  printf("%g;", x)
}
proc fill_array() { local i
  for i = 0, 5 { arr[i] = $1 + i * i }
}
obfunc pick() { return $o1.o($2) }
obfunc fresh() { localobj v
  v = new Vector($1)
  v.fill($2)
  return v
}
iterator upto() { local i
  for i = 0, $2 - 1 { $&1 = i  iterator_statement }
}
iterator evens() { local i
  for (i = 0; i < $2; i += 2) { $&1 = i  iterator_statement }
}
begintemplate Thing
public value, name, parts, get, set, make, table, inner, self, total
strdef name
objref parts, inner
double table[4]
external twice, a
proc init() { local i
  value = 1
  name = "thing"
  parts = new List()
  if (numarg() > 0) { value = $1 }
  if (numarg() > 1) { name = $s2 }
  for i = 0, 3 { table[i] = value * i }
}
func get() { return value + a }
proc set() { value = $1  if (numarg() == 2) { sprint(name, "%s/%s", name, $s2) } }
proc make() { inner = new Thing($1) }
obfunc self() { return this }
func total() { local i, t
  t = 0
  for i = 0, 3 { t += twice(table[i]) }
  return t
}
endtemplate Thing
vec = new Vector(5)
vec.indgen(1)
wec = new Vector(5, 2)
lst = new List()
mat = new Matrix(3, 3)
mat.ident()
sf = new StringFunctions()
obj = new Thing(4, "first")
obj2 = new Thing()
lst.append(vec)
lst.append(obj)
create soma, dend[3]
access soma
for i = 0, 2 { connect dend[i](0), soma(1) }
forall { nseg = 3 }
soma.L = 30
dend[1].diam = 3
forall insert pas
"""


class Writer:
    """Writes the statements of one program."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.lines: list[str] = []

    def one_of(self, *choices: str) -> str:
        """Returns one of some texts."""
        return self.rng.choice(choices)

    def chance(self, probability: float) -> bool:
        """Tells whether something that happens with a probability happens."""
        return self.rng.random() < probability

    # ---- expressions

    def literal(self) -> str:
        """A number."""
        return self.one_of("0", "1", "2", "3", "4", "0.5", "1e-3", "2.25", "10", "7", "1e3", ".1", "3.")

    def small(self) -> str:
        """An index that mostly lies inside."""
        return self.one_of("0", "1", "2", "1.9999999999999", "2.5", *(["6", "-1", "a"] if self.chance(0.05) else []))

    def scalar(self) -> str:
        """A variable that can be assigned."""
        return self.one_of("a", "b", "c", "d", "w", f"arr[{self.small()}]", f"grid[{self.small()}][{self.small()}]")

    def place(self) -> str:
        """Anything that can be assigned."""
        return self.one_of(
            self.scalar(),
            self.scalar(),
            self.scalar(),
            f"vec.x[{self.small()}]",
            "obj.value",
            f"obj2.table[{self.small()}]",
            f"mat.x[{self.small()}][{self.small()}]",
            "dend[2].L",
            "soma.diam(.5)",
            "g_pas(.5)",
            "celsius",
        )

    def atom(self) -> str:
        """A value without operators."""
        return (
            self.one_of(
                self.literal(),
                self.literal(),
                self.scalar(),
                self.place(),
                "vec.size()",
                "vec.size",
                "lst.count()",
                "obj.get()",
                "obj.total()",
                "vec.sum()",
                "vec.max",
                "PI",
                "dt",
                "soma.nseg",
                "dend[1].v(.5)",
                "v",
                "L",
                "diam",
                f"strcmp({self.text()}, {self.text()})",
                f"sf.len({self.text()})",
                "numarg()",
                f"lst.o({self.one_of('0', '1')}).hname",
            )
            if not self.chance(0.9)
            else self.one_of(self.literal(), self.scalar(), self.place(), "vec.size()", "obj.get()", "PI", "L")
        )

    def expression(self, depth: int = 2) -> str:
        """A numeric expression."""
        if depth == 0 or self.chance(0.25):
            return self.atom()
        inner = self.expression
        choice = self.rng.randrange(12)
        if choice < 5:
            operator = self.one_of("+", "-", "*", "/", "%", "^", "+", "-", "*", "==", "!=", "<", ">", "<=", ">=", "&&", "||")
            gap = self.one_of(" ", "")
            return f"{inner(depth - 1)}{gap}{operator}{gap}{inner(depth - 1)}"
        if choice < 7:
            return f"({inner(depth - 1)})"
        if choice == 7:
            return f"{self.one_of('-', '!', '-')}{inner(depth - 1)}"
        if choice == 8:
            name = self.one_of("int", "abs", "sqrt", "exp", "log", "sin", "cos", "atan", "log10", "tanh", "erf")
            return f"{name}({inner(depth - 1)})"
        if choice == 9:
            return f"twice({inner(depth - 1)})"
        if choice == 10:
            return f"sum_all({', '.join(inner(depth - 1) for _ in range(self.rng.randrange(1, 4)))})"
        return f"fact({self.one_of('3', '4', '5')})"

    def text(self) -> str:
        """A string."""
        return self.one_of("s1", "s2", "s3", '"lit"', '"a b"', "obj.name", '""')

    # ---- statements

    def statement(self) -> None:
        """Writes one statement."""
        name = self.rng.choice(KINDS)
        getattr(self, f"_{name}")()

    def line(self, text: str) -> None:
        """Writes a line; several statements in braces, as hoc wants them."""
        several = re.match(r"\w[^{\n]*[\w\")] (?:print|pt3dadd|set_text) ", text) and not text.startswith(("print", "soma {"))
        self.lines.append(f"{{ {text} }}" if several else text)

    def _assign(self) -> None:
        operator = self.one_of("=", "=", "=", "+=", "-=", "*=", "/=")
        self.line(f"{self.place()} {operator} {self.expression()}")

    def _show(self) -> None:
        self.line(self.expression())

    def _print(self) -> None:
        items = [self.one_of(self.expression(), self.text(), "obj", "vec", '"x"') for _ in range(self.rng.randrange(1, 4))]
        self.line(f"print {', '.join(items)}")

    def _printf(self) -> None:
        form, given = "", []
        for _ in range(self.rng.randrange(1, 4)):
            kind = self.rng.randrange(4)
            if kind == 0:
                form += self.one_of("%d ", "%5d|", "%-4d|", "%03d ", "%x ", "%o ", "%c ")
                given.append(self.one_of("a", "65", "70", "k", "12"))
            elif kind == 1:
                form += self.one_of("%s ", "%8s|", "%-8s|", "%.2s ")
                given.append(self.text())
            else:
                form += self.one_of("%g ", "%8.3f|", "%e ", "%-9g|", "%+g ", "%.3g ", "%lf ")
                given.append(self.expression(1))
        self.line(f'printf("{form}\\n", {", ".join(given)})')

    def _if(self) -> None:
        body = self.one_of("a += 1", 'print "yes"', "w = w + 2", "vec.x[0] = 5")
        other = self.one_of("", ' else { print "no" }', " else { d = d - 1 }")
        self.line(f"if ({self.expression()}) {{ {body} }}{other}")

    def _loop(self) -> None:
        body = self.one_of(
            "w += k",
            'printf("%g ", k)',
            "arr[k] = k * 2",
            "vec.x[k] += 1",
            "if (k == 1) continue\n w = k",
            "if (k > 1) { break }\n print k",
        )
        head = self.one_of(
            "for k = 0, 3",
            "for (k = 0; k < 4; k += 1)",
            "for upto(&k, 3)",
            "for evens(&k, 5)",
            "for case(&k, 1, 3, 2)",
            "for (k = 3; k >= 0; k -= 1)",
            "k = 0 while (k < 4)",
        )
        if head.startswith("k = 0"):
            self.line("k = 0")
            self.line("while (k < 4) { w += k  k += 1 }")
        else:
            self.line(f"{head} {{\n {body}\n}}")
        self.line("print k, w")

    def _call(self) -> None:
        self.line(
            self.one_of(
                f"show({self.expression(1)}, {self.text()})",
                "set_text(s1) print s1",
                f"set_number(&{self.one_of('a', 'b', 'arr[2]', 'grid[1][2]', 'vec.x[1]', 'obj.value')}, {self.expression(1)})",
                "set_object(other, vec)",
                "set_object(boxes[1], obj)",
                "nested(3)",
                "fill_array(a)",
                "print count_args(1, s1, vec)",
                f"print kind({self.one_of('1', 's1', 'vec', '&a', 'obj.name', 'nil', 'vec.x[0]', '&vec.x[0]')})",
                "other = pick(lst, 1)",
                "other = fresh(3, a)",
                "print fresh(2, 7).sum()",
                "print sum_all()",
            )
        )

    def _string(self) -> None:
        self.line(
            self.one_of(
                f"s3 = {self.text()}",
                f'sprint(s3, "%s-%g", {self.text()}, {self.expression(1)})',
                "print sf.len(s2)",
                'print sf.substr(s2, "gam")',
                'sf.head(s2, "ga", s3)',
                'sf.tail(s2, "ta", s3)',
                "sf.left(s3, 2)",
                "sf.right(s3, 1)",
                'print sscanf("12 4.5 word", "%lf %lf %s", &a, &b, s3), a, b, s3',
                'print strcmp(s1, "alpha")',
                "print s1, s2, s3",
                "obj.name = s3",
                "s1 = obj.name",
            )
        )

    def _object(self) -> None:
        self.line(
            self.one_of(
                "other = obj",
                "other = new Thing(a)",
                'obj2 = new Thing(b, "second")',
                "obj.make(3)",
                "print obj.inner.value",
                "obj.parts.append(vec)",
                "print obj.parts.count()",
                "print obj.self().get()",
                f"obj.set({self.expression(1)})",
                'obj.set(2, "more")',
                "print obj.name, obj.value",
                "print obj",
                "obj",
                "print obj == other, obj != nil",
                "if (object_id(other)) { print other }",
                "boxes[0] = vec",
                "print boxes[0], boxes[2]",
                "objref other",
                "print obj.table[2]",
                "obj.table[1] = a",
                "print other",
                "print Thing[0].name",
                "print obj.missing",
                "other.value = 3",
                "print other.value",
            )
        )

    def _vector(self) -> None:
        self.line(
            self.one_of(
                f"vec.fill({self.expression(1)})",
                "vec.indgen(a, 1)",
                f"vec.append({self.expression(1)})",
                "vec.append(wec)",
                "vec.resize(5)",
                "vec.add(wec)",
                "vec.add(a)",
                "vec.mul(2).sub(1)",
                "vec.printf()",
                'vec.printf("%g,")',
                "print vec.mean(), vec.min(), vec.max_ind()",
                'print vec.contains(3), vec.indwhere(">", 2)',
                "vec.reverse()",
                "vec.sort()",
                "print vec.c.sum",
                'other = vec.c.where(">=", 2)',
                "print vec.dot(vec)",
                "print vec.eq(wec)",
                'vec.apply("twice")',
                'print vec.reduce("twice", 1)',
                "wec.copy(vec)",
                "print vec.x[1], vec.x(1)",
                "vec.x[2] += 3",
                "vec.remove(1)",
                "vec.insrt(1, 9)",
                "print vec.stdev()",
                "wec = vec.c",
                "print vec.get(1)",
                "vec.set(0, 4)",
                "print vec.size, wec.size",
            )
        )

    def _list(self) -> None:
        self.line(
            self.one_of(
                "lst.append(obj)",
                "lst.prepend(vec)",
                "print lst.count",
                "print lst.o(0)",
                "print lst.object(1)",
                "lst.remove(0)",
                "lst.insrt(1, wec)",
                "print lst.index(obj)",
                "other = lst.o(0)",
                "lst.remove_all()",
                "for k = 0, lst.count() - 1 { print lst.o(k) }",
                'print new List("Thing").count()' if self.chance(0.1) else "print lst.count()",
            )
        )

    def _matrix(self) -> None:
        self.line(
            self.one_of(
                f"mat.x[1][2] = {self.expression(1)}",
                "mat.printf()",
                'mat.printf("%g ")',
                "print mat.nrow, mat.ncol()",
                "other = mat.getrow(1)",
                "mat.setcol(0, a)",
                "mat.setrow(2, 3)",
                "mat.muls(2)",
                "mat.add(mat)",
                "print mat.getval(1, 1)",
                "mat.setval(0, 2, 5)",
                "other = mat.mulv(new Vector(3, 1))",
                "mat.transpose().printf()",
                "mat.setdiag(0, 2)",
                "print mat.getcol(1).sum()",
                "mat.ident()",
                "mat.zero()",
            )
        )

    def _file(self) -> None:
        self.lines += [
            "fil = new File()",
            'fil.wopen("scratch.dat")',
            f'fil.printf("%g %g\\n%s\\n", {self.expression(1)}, {self.literal()}, {self.text()})',
            "vec.printf(fil)",
            "fil.close()",
            'print fil.ropen("scratch.dat")',
            self.one_of(
                "print fil.scanvar(), fil.scanvar()", "fil.gets(s3) print s3", "fil.scanstr(s3) print s3", "wec.scanf(fil, 1)"
            ),
            self.one_of(
                "print fil.eof()",
                "fil.gets(s3) print s3",
                "print fil.tell()",
                'while (!fil.eof()) { fil.gets(s3) printf("<%s>", s3) }',
            ),
            "fil.close()",
        ]

    def _random(self) -> None:
        self.lines += [
            f"rnd = new Random({self.rng.randrange(1, 9)})",
            self.one_of("", "rnd.MCellRan4(3, 4)", "rnd.Random123(1, 2, 3)"),
            self.one_of(
                "rnd.uniform(0, 1)",
                "rnd.normal(0, 2)",
                "rnd.discunif(1, 9)",
                "rnd.negexp(3)",
                "rnd.poisson(4)",
                "rnd.binomial(5, .3)",
            ),
            "print rnd.repick(), rnd.repick()",
            self.one_of("vec.setrand(rnd)", "vec.addrand(rnd)", "print rnd.seq()", "rnd.play(&a) print a"),
        ]

    def _section(self) -> None:
        self.line(
            self.one_of(
                "print secname()",
                "soma { print L, diam, nseg }",
                f"dend[{self.one_of('0', '1', '2')}] {{ L = {self.one_of('10', '20.5', '33')} print L, area(.5) }}",
                'forall { printf("%s %g|", secname(), L) }',
                'forsec "dend" { diam = 2 }',
                'ifsec "soma" { print "in soma" }',
                'for (x) { printf("%g ", x) }',
                'soma for (x, 0) { printf("%g ", diam(x)) }',
                "diam(0:1) = 1:4",
                "dend[1].g_pas(.2:.8) = 1:3",
                "dend[1] for (x) print x, g_pas(x)",
                "print dend[0].diam(.5), soma.L",
                "access dend[0]",
                "access soma",
                "soma.nseg = 5",
                "dend[2] { insert hh gnabar_hh = .1 print gnabar_hh(.5) }",
                'print ismembrane("hh"), ismembrane("pas")',
                "print soma.g_pas(.5), e_pas",
                "g_pas = .002",
                "soma.v = -60 print v(.5), v(0), v(1)",
                "print distance(0, .5), distance(1)" if self.chance(0.2) else "print n3d()",
                "pt3dclear() pt3dadd(0, 0, 0, 1) pt3dadd(10, 0, 0, 2) print L, diam, n3d()",
                "dend[0] uninsert pas",
                "print dend[0].gnabar_hh",
                "define_shape() print n3d(), x3d(0)",
                'print issection("so.*")',
                "print dend[3].L",
                "print soma.nosuch",
                "topology()",
                "create extra[2] extra[1] { L = 5 print secname() }",
            )
        )

    def _mistake(self) -> None:
        self.line(
            self.one_of(
                "print undefined_name",
                "nosuch(3)",
                "print 1/0",
                "print arr[9]",
                "print vec.x[99]",
                "print nil.value",
                "a = s1",
                "s1 = 3",
                "obj = 4",
                "print sqrt(-1)",
                "print log(-1)",
                "vec.nosuch()",
                "print twice()",
                "print kind()",
                "show(1)",
                "show(s1, 1)",
                "set_object(1, vec)",
                "print obj.parts.o(99)",
                "new Nothing()",
                "other = new Nothing()",
                "print grid[1]",
                "print a[2]",
                'execerror("mine", "own")',
                "x = = 3",
                "print (1 + ",
                "if (a { }",
                "vec = lst.o(7)",
                "access a",
                "insert hh2",
                "connect soma(0), soma(1)",
                "print soma.L(.5)",
                "dend.L = 3 print dend.L",
                "vec.resize(-1)",
                "print mat.x[7][1]",
                "soma.nseg = 0",
                "print 5 % 0",
                "print (-8)^.5",
                "sscanf(1, 2)",
                "print strcmp(1, s1)",
                "strdef a",
                "objref s1",
                "double vec[3]",
                "create a",
                "print fact(2, 3)",
                "obj.get = 3",
                'set_text("literal") set_text(3)',
            )
        )


KINDS = (
    *("assign",) * 5,
    *("show",) * 3,
    *("print",) * 3,
    *("printf",) * 2,
    *("if", "loop", "call", "string", "object", "vector", "list", "matrix", "section") * 2,
    "call",
    "object",
    "vector",
    "section",
    "file",
    "random",
)


def program(seed: int, *, mistakes: float = 0.03) -> str:
    """Returns a program; `mistakes` is the probability that a statement is one that NEURON refuses."""
    writer = Writer(seed)
    while len(writer.lines) < 30:
        if writer.chance(mistakes):
            writer._mistake()
        else:
            writer.statement()
    tail = 'print a, b, c, d, k, w, s1, s2, s3\nfor k = 0, 5 { printf("%g ", arr[k]) }\nvec.printf()\n'
    return DECLARATIONS + "\n".join(writer.lines) + "\n" + tail


Program = Callable[[int], str]
