"""SectionList, SectionRef, FInitializeHandler."""
a = h.Section(name='a')
b = h.Section(name='b')
c = h.Section(name='c')
b.connect(a)
c.connect(b)
sl = h.SectionList()
(sl, type(sl), repr(sl), len(sl) if hasattr(sl, '__len__') else 'nolen')
sl.append(a)
sl.append(sec=b)
sl.append()
list(sl)
len(sl)
sl.append(3)
sl.append(a(0.5))
sl.append('a')
sl2 = h.SectionList([a, c])
list(sl2)
h.SectionList(3)
h.SectionList([3])
h.SectionList(['a'])
sl.remove(b)
list(sl)
sl.remove(sl2)
list(sl)
sl.remove(c)
sl.remove()
sl.wholetree(sec=c)
list(sl)
s3 = h.SectionList()
s3.subtree(b)
list(s3)
s3 = h.SectionList()
s3.children(a)
list(s3)
s3 = h.SectionList()
s3.wholetree(a)
list(s3)
s3 = h.SectionList()
(s3.allroots(), list(s3))
s3.wholetree(3)
sl.printnames()
(sl.unique(), list(sl))
(sl.contains(a), sl.contains(sec=b), sl.contains(3))
a in sl
a in list(sl)
list(sl.allroots()) if False else None
(sl == sl2, sl.foo)
sl[0]
for s in sl:
    s
del c
list(sl)
(sl.hname(), sl.same(sl))
sl.add(a)
r = h.SectionRef(sec=a)
(r, r.sec, type(r))
h.SectionRef()
h.SectionRef(a)
h.SectionRef(3)
(r.nchild(), r.child[0], r.has_parent(), r.has_trueparent(), r.is_cas(), r.exists())
(r.nchild, r.parent, r.trueparent, r.root)
rb = h.SectionRef(sec=b)
(rb.parent, rb.trueparent, rb.root, rb.has_parent(), rb.has_trueparent(), rb.nchild(), rb.is_cas())
rb.child[0]
rb.child
rb.child[5]
rb.sec.L
rb.exists()
rb.sec = a
h.delete_section(sec=b)
rb.exists()
rb.parent
[str(s) for s in h.allsec()]
h.FInitializeHandler
fih = h.FInitializeHandler(0, lambda: print('zero'))
(fih, type(fih))
fih2 = h.FInitializeHandler(print)
fih3 = h.FInitializeHandler((print, ('x', 'y')))
fih4 = h.FInitializeHandler(2, (print, 'single'))
fih5 = h.FInitializeHandler(3, (print, 5))
h.finitialize(-65)
h.FInitializeHandler()
h.FInitializeHandler(5, print)
h.FInitializeHandler(-1, print)
h.FInitializeHandler(3)
h.FInitializeHandler('print 3')
h.FInitializeHandler(None)
h.finitialize(-65)
fih.allprint()
fbad = h.FInitializeHandler(lambda: 1 / 0)
h.finitialize(-65)
del fbad
fbad = h.FInitializeHandler(lambda x: 1)
h.finitialize(-65)
del fbad
h.finitialize('a')
h.finitialize(None)
h.fadvance('a')
h.fadvance()
h.t
h.finitialize(1, 2)
h.continuerun
h.run
