"""The array namespace that compiled mechanism code runs on.

Emitted kernels never import NumPy or JAX: they receive an `ArrayOps`. The NumPy one serves calls from the host and
initialisation (jneuron/nmodl/support.py), the JAX one compiled programs (jneuron/engine/array_ops.py).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

Array = Any


class ArrayOps(Protocol):
    """What emitted code may call; functions are element by element and broadcast as in NumPy."""

    xp: Any
    """numpy or jax.numpy: log, where, floor, fmod, sin ... are taken from here."""

    def put(self, array: Array, index: Array, value: Array) -> Array:
        """Returns `array` with `array[index]` replaced along the first axis.

        `index` is a Python integer, or an array per instance that is cut to whole numbers. `array` may be (length,) and
        `value` (instance,): the result has the broadcast shape (length, instance).
        """

    def take(self, array: Array, index: Array) -> Array:
        """Returns `array[index]` along the first axis; `index` may be an array per instance, cut to whole numbers."""

    def while_loop(self, condition: Callable[[Any], Array], body: Callable[[Any], Any], carry: Any) -> Any:
        """Repeats `body` while `condition` holds for any instance; the emitted body masks the instances that are done."""

    def repeat(self, count: int, body: Callable[[Any], Any], carry: Any) -> Any:
        """Returns `carry` after `count` turns of `body`."""

    def interpolate(self, table: Array, position: Array) -> Array:
        """Returns the rows of a TABLE, linearly interpolated as NEURON does.

        Args:
            table: Columns of the table. (intervals + 1, output)
            position: (v - low) * (1 / step), any shape.

        Returns:
            (output, *shape of position); the first row below 0, the last from `intervals` on.
        """

    def filled(self, key: str, table: Array, columns: Mapping[str, Array]) -> Mapping[str, Array]:
        """Returns the columns of a TABLE by its key, and what filling it has set besides where it has been filled for this.

        Args:
            key: The table's name.
            table: Its columns, or what works them out when they are wanted (on the host, during INITIAL).
            columns: What it is filled from, and depends on, as it stands now.
        """

    def grid(self, low: Array, step: Array, count: int) -> Array:
        """Returns low, low + step, (low + step) + step ...: `count` numbers, added up one after another."""

    def stack_columns(self, rows: tuple[Array, ...], count: int) -> Array:
        """Returns the columns of a table from its rows; a row that is one number is repeated. (count, row)"""

    def printf(self, when: Array, text: str, *arguments: Array) -> None:
        """Prints as C does, for instances where `when` holds: at once, or when the kernel ends."""

    def gather_prints(self) -> None:
        """Lets what is printed from now on wait for the `print_out` that belongs to this."""

    def print_out(self, order: Array | None) -> None:
        """Prints what waits, instance by instance in this order; or lets it wait with what waited before."""

    def exp(self, x: Array) -> Array:
        """Returns e to the power of `x`."""

    def erf(self, x: Array) -> Array:
        """Returns the error function."""

    def function_table(self, table: Mapping[str, Array], *arguments: Array) -> Array:
        """Returns the value of a FUNCTION_TABLE that the user filled: see `jneuron.ir.function_table`."""

    def host_call(self, function: Callable[..., Any], count: int, *arguments: Array) -> Any:
        """Calls a function of NumPy arrays that broadcast against each other; returns what it does.

        Args:
            function: Returns a tuple of `count` arrays, or an array where `count` is 0.
            count: See `function`.
            arguments: Numbers, or arrays over instances.
        """

    def plain_table(self, table: Array) -> Array:
        """Returns a TABLE with one entry a row, as code on the host wants it; anything else as it is."""

    def run_on_host(self, function: Callable[[Any], Any], columns: Any, shapes: Any) -> Any:
        """Calls a function that may have effects, in the order of the program.

        Args:
            function: From named NumPy arrays to named NumPy arrays.
            columns: What it takes.
            shapes: Shape and type of each result.
        """

    def execerror(self, when: Array, *texts: str) -> None:
        """Raises NEURON's error where `when` holds for any instance."""

    def random_uniform(self, stream: Array, low: Array = 0.0, high: Array = 1.0) -> tuple[Array, Array]:
        """Returns a draw from a RANDOM variable's stream, and the stream after it; so do the functions below."""

    def random_normal(self, stream: Array, mean: Array = 0.0, deviation: Array = 1.0) -> tuple[Array, Array]:
        """Normal deviate."""

    def random_negexp(self, stream: Array, mean: Array = 1.0) -> tuple[Array, Array]:
        """Deviate of the negative exponential distribution."""

    def random_ipick(self, stream: Array) -> tuple[Array, Array]:
        """Whole number below 2^32."""

    def random_dpick(self, stream: Array) -> tuple[Array, Array]:
        """Uniform deviate between 0 and 1, both left out."""

    def random_setseq(self, stream: Array, sequence: Array) -> Array:
        """Returns the stream at `sequence`: four times the counter, plus the word."""

    def random_getseq(self, stream: Array) -> tuple[Array, Array]:
        """Returns the place in the sequence, as `random_setseq` takes it, and the stream."""

    def random_setids(self, stream: Array, first: Array, second: Array, third: Array) -> Array:
        """Returns the stream of other identifiers, at its beginning."""
