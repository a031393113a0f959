"""What a page says and draws is made once for an edition, a language and a choice, and shared by all readers."""

import threading
from collections.abc import Callable, Hashable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, Protocol, TypeVar, cast, runtime_checkable
from weakref import WeakValueDictionary

from cachetools import LRUCache

import queries
from data import editions
from queries import cancellation
from queries.idle import IDLE
from ui import ahead
from ui.language import current

LARGEST_BYTES, EACH_BYTES, MOST_ASKED = 64 * 1024 * 1024, 2 * 1024, 20_000
P = ParamSpec("P")
T = TypeVar("T")


@runtime_checkable
class Sized(Protocol):
    """Something that knows about how many bytes it takes."""

    def bytes(self) -> int:
        """Bytes taken."""


def _bytes(made: Any) -> int:
    if isinstance(made, Sized):
        return EACH_BYTES + made.bytes()
    return EACH_BYTES + len(made if isinstance(made, bytes) else repr(made))


class Memory:
    """What was made, the least recently used forgotten first; all of it is forgotten when another edition comes."""

    def __init__(self, largest_bytes: int) -> None:
        self._made: LRUCache[Hashable, Any] = LRUCache(largest_bytes, getsizeof=_bytes)
        self._edition = ""
        self._lock = threading.Lock()
        # Who makes something holds its lock, so that others who want the same wait for it and not make it, too.
        self._making: WeakValueDictionary[Hashable, Any] = WeakValueDictionary()
        self._asked: LRUCache[Hashable, bool] = LRUCache(MOST_ASKED)

    def get(self, edition: str, key: Hashable, make: Callable[[], T]) -> T:
        """What is known by this key in this edition, made where it is not."""
        whole = (edition, key)
        with self._lock:
            if whole in self._made:
                return cast("T", self._made[whole])
            makers = self._making.setdefault(whole, threading.Lock())
        with makers:
            with self._lock:
                if whole in self._made:
                    return cast("T", self._made[whole])
            made = make()
            if not cancellation.current().is_cancelled:
                self._keep(edition, whole, made)
            return made

    def known(self, edition: str, key: Hashable) -> Any:
        """What is known by this key in this edition, None where nothing is."""
        with self._lock:
            return self._made.get((edition, key))

    def is_first(self, edition: str, key: Hashable) -> bool:
        """Whether no reader has asked for this before; from now on one has."""
        with self._lock:
            is_first = (edition, key) not in self._asked
            self._asked[edition, key] = True
        return is_first

    def _keep(self, edition: str, whole: Hashable, made: Any) -> None:
        with self._lock:
            if edition != self._edition and edition == editions.current().name:
                self._made.clear()
                self._edition = edition
            if _bytes(made) <= self._made.maxsize:
                self._made[whole] = made

    def forget(self) -> None:
        """Forget everything."""
        with self._lock:
            self._made.clear()

    def bytes(self) -> int:
        """About how many bytes are taken."""
        return int(self._made.currsize)


MEMORY = Memory(LARGEST_BYTES)
# Whether something remembered is being made of others.
_is_within: ContextVar[bool] = ContextVar("within_what_is_made", default=False)


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """Make a function's answer once per edition, language and arguments, and anew when a table goes or is mended.

    The function must be pure: it asks queries and words texts, and neither draws nor reads the address. Its arguments
    are hashable; what it returns is shared by all readers, so nobody changes it. What a reader probably asks for next
    is made in quiet times.
    """
    return _remembered(make, True)


def remembered_words(make: Callable[P, T]) -> Callable[P, T]:
    """The same for a function that is given words: in another language it is given others, so nothing is made ahead."""
    return _remembered(make, False)


def _remembered(make: Callable[P, T], is_made_ahead: bool) -> Callable[P, T]:
    place = f"{make.__module__}.{make.__qualname__}"

    @wraps(make)
    def known(*args: P.args, **kwargs: P.kwargs) -> T:
        key = (place, current(), args, tuple(sorted(kwargs.items())), frozenset(queries.unavailable()))
        is_outermost = not _is_within.get()

        def made() -> T:
            token = _is_within.set(True)
            try:
                return make(*args, **kwargs)
            finally:
                _is_within.reset(token)

        found = MEMORY.get(editions.now().name, key, made)
        # What was made ahead is no longer new when a reader comes to it, and what is beside it may be.
        of_reader = is_outermost and is_made_ahead and not kwargs and not IDLE.is_at_work()
        if of_reader and MEMORY.is_first(editions.now().name, key):
            ahead.later(place, known, args)
        return found

    return known
