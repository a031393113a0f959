"""The log of the running site: sentences, or with `DASHBOARD_LOG=json` one JSON object a line, with milliseconds."""

import json
import logging
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any

from queries.settings import settings

LOG = logging.getLogger("dashboard")
OTHERS = ("streamlit", "uvicorn")
# Ours says what was asked for without its parameters.
SILENT = "uvicorn.access"
_request: ContextVar[str] = ContextVar("request", default="")


class AsJson(logging.Formatter):
    """One JSON object a line: when, how grave, who says what, and of a request, page or query how long it took."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": f"{datetime.fromtimestamp(record.created, UTC):%Y-%m-%dT%H:%M:%S.%fZ}",
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up() -> None:
    """Have everything that is logged written as the setting `log` says; sentences are Python's and Streamlit's own."""
    if settings().log != "json":
        return
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(AsJson())
    logging.root.handlers = [handler]
    LOG.setLevel(logging.INFO)
    for name in [name for name in logging.root.manager.loggerDict if name.split(".")[0] in OTHERS and name != SILENT]:
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True


def begin() -> str:
    """A name for the request that begins here; what is logged below it bears it."""
    name = uuid.uuid4().hex[:12]
    _request.set(name)
    return name


@contextmanager
def timed(kind: str, name: str, **more: Any) -> Iterator[dict[str, Any]]:
    """Log how long a request, page or query took; what is put into the dict is logged with it."""
    began = time.perf_counter()
    told, request = dict(more), _request.get() or begin()
    try:
        yield told
    finally:
        milliseconds = round(1000 * (time.perf_counter() - began), 1)
        about = {"request": request, kind: name, **told, "ms": milliseconds}
        LOG.info("%s %s", kind, name, extra={"told": about})
