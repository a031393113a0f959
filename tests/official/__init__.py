"""A local stand-in for the official statistics agencies: their formats, small data, every fault on demand."""

from tests.official import faults
from tests.official.answer import Answer, Request
from tests.official.server import Official
from tests.official.world import World

__all__ = ["Answer", "Official", "Request", "World", "faults"]
