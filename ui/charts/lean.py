"""Altair builds a chart in a tenth of the time without seven habits of its own, and what it builds is the same.

It copies whole charts where nothing in them changes, tries words and conditions against the schema to learn their
class, looks for methods in plain values, reads a column's shorthand anew each time, writes the help of a property
whenever the property is named (which also lets two threads mix up their charts), asks each part whether its data are
one of many kinds of frame, and tries every selection against the schema when layers are put together.
"""

from collections.abc import Callable
from functools import cache, partial
from typing import Any

from altair.utils import core, schemapi
from altair.vegalite.v6 import api
from altair.vegalite.v6.schema import channels
from altair.vegalite.v6.schema.core import VegaLiteSchema

PLAIN = frozenset({str, int, float, bool, type(None)})


class _KnownClasses(schemapi._FromDict):
    """Altair’s table of its own classes, made once and not for each value in an encoding."""

    def __init__(self, _: Any, /) -> None:
        self.class_dict = _class_dict()


@cache
def _class_dict() -> Any:
    return schemapi._FromDict(VegaLiteSchema._default_wrapper_classes()).class_dict


def _shared_copy(part: Any, _: set[str]) -> Any:
    """A copy of the part itself: what it holds is shared, since no chart of ours changes a part in its place."""
    if isinstance(part, schemapi.SchemaBase):
        made = object.__new__(type(part))
        object.__setattr__(made, "_args", part._args)
        object.__setattr__(made, "_kwds", dict(part._kwds))
        return made
    return part.copy() if isinstance(part, (list, dict)) else part


def _in_channel(cache_: Any, given: Any, encoding: str, /) -> Any:
    """A column, value or condition as the class of its channel."""
    if isinstance(given, schemapi.SchemaBase):
        return given
    if isinstance(given, (list, tuple)):
        return [_in_channel(cache_, one, encoding) for one in given]
    if isinstance(given, str):
        given = {"shorthand": given}
    elif not isinstance(given, dict):
        given = given.to_dict()
    return cache_.name_to_channel[encoding]["value" if "value" in given else "field"](**given)


def _written(part: Any, context: Any, np_opt: Any, pd_opt: Any) -> Any:
    return part if type(part) in PLAIN else _written_by_altair(part, context, np_opt, pd_opt)


def _parsed(shorthand: str, data: Any = None) -> dict[str, Any]:
    """What `year:Q` says; no column type is ever found out from rows, which come apart from the chart."""
    return dict(_parsed_once(shorthand))


def _property(setter: Any, owner: Any, _: Any) -> Callable[..., Any]:
    """A property of a channel, to be called with its value."""
    return partial(_with_property, owner, setter.prop)


def _with_property(owner: Any, name: str, /, *given: Any, **named: Any) -> Any:
    made = owner.copy()
    made[name] = given[0] if given else named
    return made


def _is_frame(data: Any) -> bool:
    """Whether rows are to be written into the chart; ours come apart from it, or are words of its own."""
    return not isinstance(data, schemapi.SchemaBase) and _is_frame_by_altair(data)


class _Frames:
    """What of narwhals a chart asks about its data."""

    to_native = staticmethod(api.nw.to_native)

    @staticmethod
    def from_native(data: Any, **given: Any) -> Any:
        """A frame as narwhals sees it. Raises TypeError for what is none."""
        if isinstance(data, schemapi.SchemaBase):
            raise TypeError("data of a chart itself")
        return _narwhals.from_native(data, **given)


def _without_views(parameter: Any) -> Any:
    made = parameter.to_dict(validate=False)
    made.pop("views", None)
    return made


_narwhals = api.nw
_is_frame_by_altair = api._is_data_type
_written_by_altair = schemapi._todict
_parsed_once = cache(core.parse_shorthand)
REPLACED: tuple[tuple[Any, str, Any], ...] = (
    (schemapi, "_FromDict", _KnownClasses),
    (schemapi, "_deep_copy", _shared_copy),
    (schemapi, "_todict", _written),
    (schemapi._PropertySetter, "__get__", _property),
    (core._ChannelCache, "_wrap_in_channel", _in_channel),
    (channels, "parse_shorthand", _parsed),
    (api, "nw", _Frames),
    (api, "_is_data_type", _is_frame),
    (api, "_viewless_dict", _without_views),
)
THEIRS = tuple(getattr(owner, name) for owner, name, _ in REPLACED)


def use() -> None:
    """From here on Altair is without them."""
    _class_dict()
    for owner, name, ours in REPLACED:
        setattr(owner, name, ours)
