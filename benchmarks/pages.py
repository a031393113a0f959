"""Time until a page is seen and until it is live, and a filter change; printed as ratios to a script with one chart.

Seen: question, answer and first picture can be read, in the first screen that comes with the shell or in the page.
Live: the page has taken its place down to its first figure, so that filters answer.

Run with `make bench`. Medians over several visits, each in a fresh browser context, a page and the one chart in turn,
beside the server, with no network between. BENCH_ON=home is over 25 Mbit/s and 30 ms, BENCH_ON=phone over 4 Mbit/s and
100 ms with a third of the processor, where one chart takes nine seconds; one visit is enough there.
Chromium slows what is loaded, not the socket. Filters are changed beside the server, wherever pages are opened.
"""

import json
import os
import statistics
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.chromium import launched
from benchmarks.serving import served
from ui import site

ROOT = Path(__file__).resolve().parents[1]
ADDRESSES = ["/", *(f"/{name}" for name in list(site.pages())[1:])]
CHART = "[data-testid=stVegaLiteChart] svg"
WITHOUT_CHART = {"/data": "dl.tables a", "/claims": ".events", "/search": ".stMain form.search", "/accessibility": "h2"}
TITLE = "h1"
# The same in the first screen of a page; one without a picture there has its answer.
FIRST_CHART, FIRST_ANSWER = ".first-screen svg.marks", ".first-screen .answer"
# The page takes the times itself, after each frame, and says them in its console. Playwright looks for an element after
# 0, 20, 70, 170, 270 and then every 500 ms, and what it looks with is a script that the page must read first.
TOLD = "benchmark "
CLOCK = """(([first, ready, told]) => {
  const times = {};
  const isSeen = what => what && document.querySelector(what)?.checkVisibility({visibilityProperty: true});
  const look = () => {
    const isReady = isSeen(ready);
    if (isReady || isSeen(first)) times.seen ??= performance.now() / 1000;
    if (!isReady || document.querySelector('.first-screen main')) return next();
    console.log(told + JSON.stringify({...times, live: performance.now() / 1000}));
  };
  const next = () => requestAnimationFrame(() => setTimeout(look));
  next();
})(%s)"""
# The same from the next key press until another picture is drawn.
REPAINT = """([chart, told]) => addEventListener('keydown', () => {
  const begun = performance.now();
  const drawn = () => document.querySelector(chart)?.outerHTML;
  const before = drawn();
  const look = () => {
    if ((drawn() ?? before) === before) return next();
    console.log(told + (performance.now() - begun) / 1000);
  };
  const next = () => requestAnimationFrame(() => setTimeout(look));
  next();
}, {capture: true, once: true})"""
PATIENCE_MS = 60_000


@dataclass(frozen=True)
class Device:
    """What a reader reads on: how a browser shows itself, how often slower its processor is, and over which network."""

    visits: int
    browser: dict[str, Any]
    times_slower: int = 1
    network: dict[str, Any] = field(default_factory=dict)

    def unhindered(self) -> Self:
        """The same beside the server, with all of the processor."""
        return replace(self, times_slower=1, network={})


def network(milliseconds: int, megabits: float) -> dict[str, Any]:
    """A network as Chromium emulates it; what is sent to a server has half of the speed."""
    bytes_a_second = megabits * 1_000_000 / 8
    given = {"downloadThroughput": bytes_a_second, "uploadThroughput": bytes_a_second / 2}
    return {"offline": False, "latency": milliseconds, **given}


DESK = {"viewport": {"width": 1440, "height": 1000}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "user_agent": "Mozilla/5.0 (iPhone) Mobile"}
DEVICES = {
    "server": Device(5, DESK),
    "home": Device(3, DESK, network=network(30, 25)),
    "phone": Device(1, PHONE, times_slower=3, network=network(100, 4)),
}
ON = os.environ.get("BENCH_ON", "server")
DEVICE = DEVICES[ON]
VISITS = int(os.environ.get("BENCH_VISITS", DEVICE.visits))


def visit(browser: Browser, address: str, ready: str, first: str = "", device: Device = DEVICE) -> tuple[float, float]:
    """Seconds from the address until what a reader came for is seen, and until the page is live."""
    context = browser.new_context(**device.browser)
    context.add_init_script(CLOCK % json.dumps([first, ready, TOLD]))
    page = context.new_page()
    if device.network:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", device.network)
        session.send("Emulation.setCPUThrottlingRate", {"rate": device.times_slower})
    times = told_after(page, lambda: page.goto(address, wait_until="commit"))
    context.close()
    return times["seen"], times["live"]


def told_after(page: Page, act: Callable[[], Any]) -> Any:
    """What the page says of the time that it took after something was done."""
    with page.expect_console_message(lambda message: message.text.startswith(TOLD), timeout=PATIENCE_MS) as told:
        act()
    return json.loads(told.value.text.removeprefix(TOLD))


def repaint(page: Page) -> float:
    """Seconds from a key press on the first slider to another first picture."""
    page.get_by_role("slider").first.focus()
    page.evaluate(REPAINT, [CHART, TOLD])
    seconds: float = told_after(page, lambda: page.keyboard.press("ArrowRight"))
    return seconds


def repaints(browser: Browser, address: str) -> float:
    """Median seconds of several filter changes on one open page."""
    page = browser.new_page(**DESK)
    page.goto(address)
    page.wait_for_selector(CHART, timeout=PATIENCE_MS)
    page.wait_for_timeout(1500)
    found = []
    for _ in range(VISITS + 1):
        found.append(repaint(page))
        page.wait_for_timeout(700)
    page.close()
    return statistics.median(found[1:])


Seconds = tuple[float, float]


def in_turn(one: Callable[..., Seconds], other: Callable[..., Seconds]) -> tuple[float, float, float]:
    """Medians of two things done in turn, so that whatever else the machine does slows both; each once before.

    Seconds until the one is seen and is live, and until the other is live.
    """
    one(device=DEVICE.unhindered()), other(device=DEVICE.unhindered())
    pairs = [(*one(), other()[1]) for _ in range(VISITS)]
    seen, live, beside = (statistics.median(column) for column in zip(*pairs, strict=True))
    return seen, live, beside


def measure(browser: Browser) -> None:
    """Print one line per page: seconds, and the ratio to one chart that was opened in turn with it."""
    scripts = (ROOT / "benchmarks" / "empty.py", ROOT / "benchmarks" / "one_chart.py", ROOT / "app.py")
    with ExitStack() as servers:
        empty, chart, site = (servers.enter_context(served(script)).address for script in scripts)
        one_chart = partial(visit, browser, chart, CHART)
        (_, cold_chart), (_, cold) = one_chart(), visit(browser, f"{site}/trade", CHART)
        print(f"/trade, cold                     {cold:6.2f} s   {cold / cold_chart:5.2f} × one chart, cold")
        _, seconds, beside = in_turn(partial(visit, browser, empty, TITLE), one_chart)
        print(f"empty script                     {seconds:6.2f} s   {seconds / beside:5.2f} × one chart")
        print(f"{'':<32} {'seen':>6}           {'live':>8}           one chart")
        for path in ADDRESSES:
            ready = WITHOUT_CHART.get(path, CHART)
            first = FIRST_ANSWER if path in (*WITHOUT_CHART, "/briefing") else FIRST_CHART
            seen, live, beside = in_turn(partial(visit, browser, site + path, ready, first), one_chart)
            ratios = f"{seen:6.2f} s {seen / beside:5.2f} × {live:6.2f} s {live / beside:5.2f} ×"
            print(f"{path:<32} {ratios} {beside:6.2f} s", flush=True)
        if ON == "phone":
            return
        beside = repaints(browser, chart)
        for what, address in (
            ("/trade, filter change", f"{site}/trade"),
            ("/tariffs, another date", f"{site}/tariffs?date=2025-05-03"),
        ):
            seconds = repaints(browser, address)
            print(f"{what:<32} {seconds:6.3f} s   {seconds / beside:5.2f} × one chart, {beside:.3f} s", flush=True)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = launched(playwright)
        measure(chromium)
        chromium.close()
