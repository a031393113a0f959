"""The process that draws: specifications become SVG and SVG becomes PNG, one after the other, as long as any come.

It is started by `converter.py` with the number of a socket, and ends by itself when that closes or nothing comes.
"""

import io
import sys
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from ui.pictures.fonts import FOLDER

IDLE_SECONDS = 300.0


def main(socket: int) -> None:
    """Answer (done, what was made or why not) to each order (what to do, what with)."""
    import vl_convert
    from PIL import Image

    vl_convert.register_font_directory(str(FOLDER))

    def chart(specification: dict[str, Any], version: str) -> str:
        return vl_convert.vegalite_to_svg(specification, version, allowed_base_urls=[])

    def png(svg: str, scale: float) -> bytes:
        # A fifth of the bytes that the drawing itself comes in.
        smaller = io.BytesIO()
        Image.open(io.BytesIO(vl_convert.svg_to_png(svg, scale))).convert("RGB").save(smaller, "png")
        return smaller.getvalue()

    orders: dict[str, Callable[..., Any]] = {"chart": chart, "png": png}
    caller: Connection = Connection(socket)
    while caller.poll(IDLE_SECONDS):
        try:
            order, *given = caller.recv()
        except EOFError:
            return
        try:
            answer = (True, orders[order](*given))
        except ValueError as error:
            answer = (False, str(error))
        caller.send(answer)


if __name__ == "__main__":
    main(int(sys.argv[1]))
