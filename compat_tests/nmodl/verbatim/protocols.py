"""What is done with each .mod file of this folder, under both programs: a function of `h` that returns numbers and texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Protocol = Callable[[Any], Any]
PROTOCOLS: dict[str, Protocol] = {}


def protocol(function: Protocol) -> Protocol:
    """Enters a protocol under its function's name: that of the file, and what is done with it."""
    PROTOCOLS[function.__name__] = function
    return function


def _cell(h: Any, mechanism: str = "pas", nseg: int = 1) -> Any:
    section = h.Section(name="cell")
    section.L = section.diam = 20
    section.nseg = nseg
    section.insert(mechanism)
    return section


def _trace(h: Any, variable: Any, stop: float = 20.0, step: float = 1.0) -> list[float]:
    trace = h.Vector().record(variable, step)
    h.finitialize(-65)
    h.continuerun(stop)
    return list(trace)


def _refused(call: Callable[[], Any]) -> str:
    try:
        call()
    except RuntimeError as error:
        return str(error)
    return "not refused"


def _events(h: Any, target: Any, times: list[float], weight: float = 0.1, delay: float = 1.0) -> list[Any]:
    """Returns a connection that is told to deliver at some times when the run begins."""
    connection = h.NetCon(None, target)
    connection.weight[0], connection.delay = weight, delay

    def send() -> None:
        for time in times:
            connection.event(time)

    return [connection, h.FInitializeHandler(1, send)]


# ---- Vectors as events and waves


@protocol
def vb_player(h: Any) -> Any:
    times = h.Vector([1, 2.5, 2.5, 7, 11.3])
    player = h.VbPlayer()
    player.play(times)
    spikes = h.Vector()
    connection = h.NetCon(player, None)
    connection.record(spikes)
    h.finitialize(-65)
    h.continuerun(15)
    first = list(spikes)
    # the Vector is kept by reference: what happens to it afterwards is seen
    times.resize(3)
    times.x[1] = 2.25
    times.append(9)
    h.finitialize(-65)
    h.continuerun(15)
    second = list(spikes)
    player.play()
    h.finitialize(-65)
    h.continuerun(15)
    return first, second, list(spikes)


@protocol
def vb_player_many(h: Any) -> Any:
    vectors = [h.Vector([k + 1, 5 + k]) for k in range(3)]
    players = [h.VbPlayer() for _ in range(4)]
    for player, vector in zip(players, vectors):
        player.play(vector)
    spikes, ids = h.Vector(), h.Vector()
    connections = [h.NetCon(player, None) for player in players]
    for k, connection in enumerate(connections):
        connection.record(spikes, ids, k)
    h.finitialize(-65)
    h.continuerun(10)
    return list(spikes), list(ids)


@protocol
def vb_pointed(h: Any) -> Any:
    times = h.Vector([3, 1, 6])
    player = h.VbPointed()
    player.play(times)
    spikes = h.Vector()
    connection = h.NetCon(player, None)
    connection.record(spikes)
    h.finitialize(-65)
    h.continuerun(10)
    first = list(spikes)
    player.play(h.Vector([2, 4]))
    h.finitialize(-65)
    h.continuerun(10)
    return first, list(spikes)


@protocol
def vb_wave(h: Any) -> Any:
    cell = _cell(h)
    clamp = h.VbWave(cell(0.5))
    wave = h.Vector(100).indgen(0.001)
    clamp.use(wave)
    clamp.scale = 2
    v = h.Vector().record(cell(0.5)._ref_v, 1)
    i = h.Vector().record(clamp._ref_i, 1)
    h.finitialize(-65)
    h.continuerun(5)
    wave.mul(-3)
    h.continuerun(8)
    wave.resize(85)
    h.continuerun(15)
    return list(v), list(i)


@protocol
def vb_log(h: Any) -> Any:
    cell = _cell(h)
    log, target = h.Vector(), h.VbLog(cell(0.5))
    target.into(log)
    kept = _events(h, target, [2, 3.3, 3.3, 8], 0.25)
    h.finitialize(-65)
    h.continuerun(12)
    return list(log), target.n, len(kept)


# ---- random numbers


@protocol
def vb_stream_of_ids(h: Any) -> Any:
    cell = _cell(h)
    synapses = [h.VbStream(cell(0.5)) for _ in range(3)]
    for k, synapse in enumerate(synapses[:2]):
        synapse.setRNG(4 + k, 7, k)
    kept = [_events(h, synapse, [1 + 0.5 * k for k in range(20)], 0.001 * (j + 1)) for j, synapse in enumerate(synapses)]
    traces = [_trace(h, cell(0.5)._ref_v) for _ in range(2)]
    counts = [(synapse.ok, synapse.failed, synapse.g) for synapse in synapses]
    return traces, counts, [synapse.urand() for synapse in synapses], len(kept)


@protocol
def vb_stream_state(h: Any) -> Any:
    cell = _cell(h)
    synapse = h.VbStream(cell(0.5))
    synapse.setRNG(1, 2)
    draws = [synapse.urand() for _ in range(6)]
    direction, values = h.ref(-1), h.Vector(2)
    synapse.state(direction, values._ref_x[0])
    size = direction[0]
    direction[0] = 0
    synapse.state(direction, values._ref_x[0])
    saved = list(values)
    after = [synapse.urand() for _ in range(3)]
    direction[0] = 1
    synapse.state(direction, values._ref_x[0])
    return draws, size, saved, after, [synapse.urand() for _ in range(3)]


@protocol
def vb_stream_of_object(h: Any) -> Any:
    cell = _cell(h)
    randoms = [h.Random() for _ in range(2)]
    randoms[0].Random123(3, 4, 5)
    randoms[1].MCellRan4(11, 12)
    synapses = [h.VbStream(cell(0.5)) for _ in range(3)]
    for random, synapse in zip(randoms, synapses):
        random.uniform(0, 1)
        synapse.setRNG(random)
    # the third shares the first one's
    synapses[2].setRNG(randoms[0])
    kept = [_events(h, synapse, [1 + 0.5 * k for k in range(20)], 0.001 * (j + 1)) for j, synapse in enumerate(synapses)]
    trace = _trace(h, cell(0.5)._ref_v)
    counts = [(synapse.ok, synapse.failed, synapse.g) for synapse in synapses]
    return trace, counts, [random.seq() for random in randoms], [random.repick() for random in randoms], len(kept)


def _noisy(h: Any, setup: Callable[[list[Any], list[Any]], None]) -> Any:
    cells = [h.VbNoise() for _ in range(3)]
    randoms = [h.Random() for _ in cells]
    for k, random in enumerate(randoms):
        random.Random123(k, 1)
        random.negexp(1)
    setup(cells, randoms)
    spikes, ids = h.Vector(), h.Vector()
    connections = [h.NetCon(cell, None) for cell in cells]
    for k, connection in enumerate(connections):
        connection.record(spikes, ids, k)
    runs = []
    for _ in range(2):
        h.finitialize(-65)
        h.continuerun(60)
        runs.append((list(spikes), list(ids)))
    return runs, [random.seq() for random in randoms]


@protocol
def vb_noise_one_each(h: Any) -> Any:
    def setup(cells: list[Any], randoms: list[Any]) -> None:
        for cell, random in zip(cells, randoms):
            cell.noiseFromRandom(random)

    return _noisy(h, setup)


@protocol
def vb_noise_shared(h: Any) -> Any:
    def setup(cells: list[Any], randoms: list[Any]) -> None:
        for cell in cells:
            cell.noise = 0.5
            cell.noiseFromRandom(randoms[0])

    return _noisy(h, setup)


@protocol
def vb_fluct(h: Any) -> Any:
    cell = _cell(h)
    first, second = h.VbFluct(cell(0.5)), h.VbFluct(cell(0.5))
    second.sd = 0.001
    first.seed(77)
    return _trace(h, cell(0.5)._ref_v, 10), first.g, second.g


@protocol
def vb_scop(h: Any) -> Any:
    h.vb_seed(7)
    drawn = [h.vb_scop(), h.vb_norm(1, 2), h.vb_exp(3), h.vb_pois(4), h.vb_pois(30), h.vb_norm_c(), h.vb_scop()]
    h.use_mcell_ran4(1)
    h.mcell_ran4_init(5)
    h.vb_seed(9)
    drawn += [h.vb_scop(), h.vb_norm(0, 1), h.vb_exp(1), h.vb_pois(2)]
    h.use_mcell_ran4(0)
    h.mcell_ran4_init(0)
    return drawn


@protocol
def vb_libc(h: Any) -> Any:
    h.vb_srand48(3)
    h.vb_srand(17)
    drawn = [h.vb_drand(), h.vb_lrand(), h.vb_rand(), h.vb_drand(), h.vb_rand()]
    h.vb_srand(17)
    return drawn, h.vb_rand(), [h.vb_rand() for _ in range(40)][-1]


@protocol
def vb_drunk(h: Any) -> Any:
    cell = _cell(h, "vbdrunk", nseg=3)
    h.setdata_vbdrunk(cell(0.5))
    h.seed_vbdrunk(5)
    trace = _trace(h, cell(0.5)._ref_v, 5, 0.25)
    return trace, [(segment.vbdrunk.first, segment.vbdrunk.walk) for segment in cell]


@protocol
def vb_mcell(h: Any) -> Any:
    h.vb_ran4init(4)
    drawn = [h.vb_ran4(), h.vb_ran4(), h.vb_ran4dbl(9), h.vb_ran4fill(6)]
    h.vb_ran4init(0)
    return drawn


@protocol
def vb_channel(h: Any) -> Any:
    cell = _cell(h, "vbchan", nseg=3)
    for k, segment in enumerate(cell):
        if k != 1:
            h.setdata_vbchan(segment)
            h.stream_vbchan(k + 1, 20)
    cell(0.5).vbchan.N = 30
    traces = [_trace(h, cell(0.9)._ref_v, 5, 0.25) for _ in range(2)]
    return traces, [(segment.vbchan.n_open, segment.vbchan.drawn) for segment in cell]


@protocol
def vb_deviates(h: Any) -> Any:
    cell = _cell(h)
    process = h.VbDeviates(cell(0.5))
    process.stream(12, 13)
    kept = _events(h, process, [1, 2, 3.5, 4, 9])
    h.finitialize(-65)
    h.continuerun(12)
    return process.a, process.b, process.c, process.d, len(kept)


@protocol
def vb_ids(h: Any) -> Any:
    random, other = h.Random(), h.Random()
    random.Random123(2, 3, 1)
    random.uniform(0, 1)
    other.MCellRan4(3)
    return h.vb_ids(random), random.seq(), h.vb_ids(other), random.repick()


# ---- files


@protocol
def vb_table(h: Any) -> Any:
    with open("vb_table.txt", "w", encoding="ascii") as file:
        file.write("# x y\n" + "".join(f"{k * 0.5} {k * k - 3}\n" for k in range(11)))
    n = h.vb_read("vb_table.txt")
    found = [h.vb_lookup(x) for x in (-1, 0.2, 1, 3.14, 9)]
    with open("vb_table.txt", "w", encoding="ascii") as file:
        file.write("1 2\n3 -4.5e0\nend")
    return n, found, h.vb_read("vb_table.txt"), h.vb_lookup(2), _refused(lambda: h.vb_read("there_is_none"))


@protocol
def vb_write(h: Any) -> Any:
    h.vb_write("vb_write.txt", 4)
    with open("vb_write.txt", encoding="ascii") as file:
        written = file.read()
    value = h.vb_bytes("vb_write.bin")
    with open("vb_write.bin", "rb") as file:
        return written, value, file.read().hex()


@protocol
def vb_scan(h: Any) -> Any:
    with open("vb_scan.txt", "w", encoding="ascii") as file:
        file.write("  header 12:3.25 more\nline\n@.5 tail\nskipped 42,0x1f lettersX\nlast")
    return h.vb_scan("vb_scan.txt"), h.vb_scan("there_is_none")


@protocol
def vb_start(h: Any) -> Any:
    with open("vb_start.txt", "w", encoding="ascii") as file:
        file.write("1e-4 -70\n2e-4 -40\n")
    cell = _cell(h, "vbstart", nseg=3)
    for k, segment in enumerate(cell):
        segment.vbstart.which = k
    return _trace(h, cell(0.1)._ref_v), [(segment.vbstart.g, segment.vbstart.e) for segment in cell]


@protocol
def vb_spikefile(h: Any) -> Any:
    cell = _cell(h)
    processes = [h.VbSpikeFile(cell(0.5)) for _ in range(2)]
    processes[1].id = 7
    kept = [_events(h, process, [1.5, 3 + k, 6], 0.1 + k) for k, process in enumerate(processes)]
    processes[0].open("vb_spikes.txt")
    h.finitialize(-65)
    h.continuerun(10)
    # reading what a step works out makes no event happen again
    current = cell(0.5).i_pas
    processes[0].close()
    with open("vb_spikes.txt", encoding="ascii") as file:
        return file.read(), current, [process.n for process in processes], len(kept)


# ---- the interpreter


@protocol
def vb_arguments(h: Any) -> Any:
    a, b = h.ref(3), h.ref(4)
    h.vb_swap(a, b)
    vector = h.Vector([1, 2, 3])
    h.vb_swap(vector._ref_x[0], vector._ref_x[2])
    return (
        h.vb_kinds(1, "text", h.ref(2), h.Vector(), h.List()),
        h.vb_kinds(),
        h.vb_checked(3),
        h.vb_checked(3, -0.25),
        _refused(lambda: h.vb_checked(11)),
        h.vb_words("sum", 3, 4),
        h.vb_words("product", 3, 4),
        h.vb_words("word"),
        _refused(lambda: h.vb_words(5)),
        a[0],
        b[0],
        list(vector),
    )


@protocol
def vb_vectors(h: Any) -> Any:
    h.vb_install()
    a, b = h.Vector([3, 1, 4, 1, 5]), h.Vector([2, 7, 1, 8, 2])
    dot = a.vb_dot(b)
    h.VB_SCALE = 0.5
    results = [dot, a.vb_dot(b), a.vb_first(4), a.vb_first(9), b.vb_any(), h.Vector([-1, 0]).vb_any(), a.vb_median()]
    part = h.Vector([9])
    results += [a.vb_even(part), *part, a.c().vb_median(), h.Vector([4, 2, 8, 6]).vb_median()]
    results.append(a.vb_smooth(0.25))
    refused = _refused(lambda: a.vb_dot(part)), _refused(lambda: a.vb_first(1e10)), _refused(lambda: a.vb_dot(3))
    h.vb_install()
    return results, list(a), [type(a.vb_first(4)).__name__, type(b.vb_any()).__name__], refused, h.VB_INSTALLED


@protocol
def vb_entropy(h: Any) -> Any:
    h.install_vbent()
    a = h.Vector([k * k % 7 for k in range(60)])
    b = h.Vector([k * 3 % 5 for k in range(50)])
    h.verbose_vbent = 1
    return a.vb_entropy(), a.vb_mutual(b, 8), b.vb_entropy(), a.vb_mutual(a, 8)


@protocol
def vb_sampen(h: Any) -> Any:
    h.vb_install_sampen()
    x = h.Vector([((k * 7919) % 101) / 101 + (k % 10) for k in range(120)])
    return x.vb_sampen(1, 0.3), x.vb_sampen(2, 0.5), x.vb_sampen(2, 1e-9)


@protocol
def vb_lists(h: Any) -> Any:
    h.vb_install_lists()
    vectors = h.List()
    for k in range(3):
        vectors.append(h.Vector([k, 2 * k, 10 + k]))
    total = h.Vector(4, 7)
    return total.vb_sum_of(vectors), list(total), h.vb_named(total), h.vb_named(vectors)


@protocol
def vb_globals(h: Any) -> Any:
    cell = _cell(h, "vbglob")
    h.setdata_vbglob(cell(0.5))
    h.add_vbglob(2.5)
    h.add_vbglob(1)
    h.weights_vbglob[2] = h.weights_vbglob[2] + 0.5
    return h.total_vbglob, [h.weights_vbglob[k] for k in range(3)], h.count_vbglob, h.weighted_vbglob(2, 3)


@protocol
def vb_section(h: Any) -> Any:
    first, second = h.Section(name="first"), h.Section(name="second")
    return h.vb_section(sec=first), h.vb_section(sec=second)


@protocol
def vb_refuse(h: Any) -> Any:
    cell = _cell(h)
    process = h.VbRefuse(cell(0.5))
    roots = process.root(9), _refused(lambda: process.root(-1))
    kept = _events(h, process, [1, 2, 3, 4, 5])
    h.finitialize(-65)
    h.continuerun(2.5)
    process.limit = 1
    return roots, _refused(lambda: h.continuerun(8)).split("error: ")[-1], len(kept)


# ---- what C computes and keeps


@protocol
def vb_hash(h: Any) -> Any:
    hashes, mixed = [h.vb_hash(k, 3 * k + 1) for k in range(6)], [h.vb_mix(k) for k in range(4)]
    return hashes, mixed, h.vb_name("a longer text"), h.vb_bits(3.7)


@protocol
def vb_whole(h: Any) -> Any:
    pairs = ((7, 3), (-7, 3), (7, -3), (-8, -5), (12, 12))
    return [h.vb_whole(a, b) for a, b in pairs], [h.vb_cut(x) for x in (2.7, -2.7, 1e4 / 3)]


@protocol
def vb_flow(h: Any) -> Any:
    return [h.vb_flow(n) for n in (1, 6, 27)], h.vb_pointers()


@protocol
def vb_macros(h: Any) -> Any:
    return h.vb_macros(2), h.vb_macros(5)


@protocol
def vb_printf(h: Any) -> Any:
    h.vb_print(-3.14159)
    return []


@protocol
def vb_statics(h: Any) -> Any:
    cell = _cell(h)
    processes = [h.VbStatics(cell(0.5)) for _ in range(2)]
    kept = [_events(h, process, [1 + k, 2, 5, 7.5], 0.5 + k) for k, process in enumerate(processes)]
    runs = []
    for _ in range(2):
        h.finitialize(-65)
        h.continuerun(10)
        runs.append([(p.mine, p.seen, p.mean, p.oldest()) for p in processes])
    return runs, len(kept)


@protocol
def vb_record(h: Any) -> Any:
    cell = _cell(h)
    processes = [h.VbRecord(cell(0.5)) for _ in range(3)]
    for k, process in enumerate(processes[:2]):
        process.open(k + 3)
    kept = [_events(h, process, [1, 2.5 + k, 4], 0.5 + k) for k, process in enumerate(processes)]
    h.finitialize(-65)
    h.continuerun(10)
    return [p.total for p in processes], [[p.sum(k) for k in range(3)] for p in processes[:2]], len(kept)


@protocol
def vb_delay(h: Any) -> Any:
    cell = _cell(h, "vbdelay", nseg=3)
    clamp = h.IClamp(cell(0.5))
    clamp.delay, clamp.dur, clamp.amp = 1, 3, 0.05
    cell(0.1).vbdelay.n = 33
    return _trace(h, cell(0.5)._ref_v, 10, 0.5), [segment.vbdelay.past for segment in cell]


@protocol
def vb_mixed(h: Any) -> Any:
    cell = _cell(h)
    process = h.VbMixed(cell(0.5))
    strong, weak = _events(h, process, [1, 4, 6.2], 0.5), _events(h, process, [2, 3, 5, 8], 0.125)
    h.finitialize(-65)
    h.continuerun(12)
    weights = [[connection.weight[k] for k in range(3)] for connection in (strong[0], weak[0])]
    return process.a, process.n, process.last, weights


@protocol
def vb_gamma(h: Any) -> Any:
    cell = _cell(h, "vbgamma", nseg=3)
    trace = _trace(h, cell(0.5)._ref_v)
    h.setdata_vbgamma(cell(0.5))
    return trace, [(segment.vbgamma.load, segment.vbgamma.y) for segment in cell], h.lg_vbgamma(7.25)


@protocol
def vb_plain(h: Any) -> Any:
    cell = _cell(h, "vbplain", nseg=3)
    clamp = h.IClamp(cell(0.1))
    clamp.delay, clamp.dur, clamp.amp = 2, 5, 0.1
    trace = _trace(h, cell(0.5)._ref_v)
    h.setdata_vbplain(cell(0.5))
    seen = [(s.vbplain.n, [s.vbplain.p[k] for k in range(4)], s.vbplain.peak, s.vbplain.steps) for s in cell]
    return trace, seen, [h.rate_vbplain(x) for x in (-30, 0, 1e-8, 25)]


@protocol
def vb_population(h: Any) -> Any:
    h.N_vbpop = 15
    h.build_vbpop(99)
    raster = h.Vector(200)
    first = h.simulate_vbpop(40, raster)
    h.kick_vbpop = 0.5
    return first, list(raster), h.simulate_vbpop(25, raster)


@protocol
def vb_resume(h: Any) -> Any:
    cell = h.VbResume()
    spikes = h.Vector()
    connection = h.NetCon(cell, None)
    connection.record(spikes)
    h.finitialize(-65)
    cell.after(2.5)
    h.continuerun(5)
    cell.after(1.25)
    cell.after(0.5)
    h.continuerun(10)
    return list(spikes), cell.n, cell.last


@protocol
def vb_pointer_values(h: Any) -> Any:
    cell = _cell(h)
    clamp = h.IClamp(cell(0.5))
    clamp.delay, clamp.dur, clamp.amp = 2, 5, 0.1
    process = h.VbReader(cell(0.5))
    h.setpointer(cell(0.5)._ref_v, "source", process)
    return _trace(h, process._ref_twice), process.seen


@protocol
def vb_gone(h: Any) -> Any:
    cell, other = _cell(h), _cell(h)
    processes = [h.VbGone(cell(0.5)) for _ in range(3)]
    last = h.VbGone(other(0.5))
    trace = _trace(h, last._ref_lambda, 2.0, 0.5)
    counts = [last.alive()]
    del processes[1]
    counts.append(last.alive())
    processes.clear()
    counts.append(last.alive())
    h.delete_section(sec=other)
    return trace, counts, h.gone_VbGone


@protocol
def vb_since(h: Any) -> Any:
    cell = _cell(h)
    process = h.VbSince(cell(0.5))
    kept = _events(h, process, [1.0, 2.5, 2.6])
    gaps, hidden = h.Vector().record(process._ref_gap), h.Vector().record(process._ref_hidden)
    trace = _trace(h, process._ref_since, 6.0, 0.25)
    return trace, list(gaps)[::10], list(hidden)[-1], process.n, len(kept)


@protocol
def vb_cpp(h: Any) -> Any:
    cell = _cell(h)
    cell.insert("hh")
    mean, total = h.VbCpp(cell(0.5)), h.VbCpp(cell(0.5), 0.25)
    total.choose("sum")
    for process in (mean, total):
        process.add(cell(0.5)._ref_v)
        process.add(cell(0.5).hh._ref_m, 100)
        process.add(cell(0.5).hh._ref_gl, 1000)
    results = []
    for v in (-65, -30):
        h.finitialize(v)
        results += [mean.result, total.result]
    total.choose("average")
    h.finitialize(-10)
    return results, mean.result, total.result, mean.every, total.every
