"""Which agency answers which path."""

from collections.abc import Callable

from tests.official import census, cimt, comtrade, ircc, valet, wds
from tests.official.answer import Answer, Request, page
from tests.official.world import World

Agency = Callable[[World, Request, str], Answer | None]
AGENCIES: dict[str, Agency] = {
    "/statcan/t1/wds/rest/": wds.service,
    "/statcan/n1/tbl/csv/": wds.table,
    "/statcan/n1/pub/71-607-x/2021004/zip/": cimt.archive,
    ircc.FOLDER: ircc.file,
    "/census/data/": census.imports,
    "/comtrade/": comtrade.rows,
    "/valet/": valet.observations,
}


def answer(world: World, request: Request, url: str) -> Answer:
    """What the agency behind this path says, or that nothing is there."""
    for start, agency in AGENCIES.items():
        if request.place.startswith(start):
            found = agency(world.at(request.path), request, url)
            if found:
                return found
    return page("Page not found", 404)


def keys_of(request: Request) -> list[str]:
    """The headers that an answer may depend on."""
    return [value for name, value in request.headers.items() if name.lower() == "ocp-apim-subscription-key"]
