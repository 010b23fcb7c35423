"""Order by chance that is the same everywhere: on every machine, in every version of Python.

Things are put in the order of a hash of seed and name. Adding or removing one thing leaves the order of all
others as it was, so that a seed still gives nearly the same set when the bank grows.
"""

from collections.abc import Callable, Iterable
from hashlib import blake2b
from typing import TypeVar

Value = TypeVar("Value")
ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # nothing that can be misread from a projector


def shuffled(seed: str, values: Iterable[Value], name: Callable[[Value], str]) -> list[Value]:
    """The values in the order that this seed gives them.

    Args:
        seed: any text.
        values: what to put in order.
        name: what a value is known by; values of one name keep their order.
    """
    return sorted(values, key=lambda value: rank(seed, name(value)))


def rank(seed: str, name: str) -> bytes:
    """The place of a name in the order of a seed, to sort by."""
    return blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8, salt=_salt(seed)).digest()


def new_seed(random_bytes: bytes) -> str:
    """A seed that is easy to read out, from at least four random bytes."""
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in random_bytes[:4])


def _salt(seed: str) -> bytes:
    return blake2b(seed.encode("utf-8", "surrogatepass"), digest_size=16).digest()
