"""An answer as a file that carries its own citation; used by buttons, data addresses and the command line alike."""

from extracts.address import address
from extracts.files import FORMATS, Form, write

__all__ = ["FORMATS", "Form", "address", "write"]
