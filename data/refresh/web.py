"""Asking one source: timeouts, patience, resumed and conditional requests, one host, bounded answers."""

import hashlib
import json
import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2
import tenacity

from data.refresh import snapshots
from data.refresh.answers import Answer, Check, anything, host, no_web_page, read_json, same_clock
from data.refresh.download import Part, Watcher, save
from data.refresh.problems import SourceProblem, TryAgain
from data.refresh.refusals import SHORT_WAIT_SECONDS, refuse_errors
from data.refresh.settings import SourceSettings
from data.store import sha256

AGENT = "canada-mexico-dashboard (refresh; httpx2)"
CONNECT_SECONDS = 10
MOST_REDIRECTS = 3


@dataclass(frozen=True)
class Secret:
    """What a request carries so that a source knows who asks, and nothing keeps."""

    parameters: dict[str, str] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


NONE = Secret()


@cache
def _certificates() -> ssl.SSLContext:
    """Those this machine trusts, read once for all sources."""
    return httpx2.create_ssl_context()


@contextmanager
def _breaks_off(url: str) -> Iterator[None]:
    """A connection that fails may be better in a while."""
    try:
        yield
    except httpx2.TransportError as error:
        raise TryAgain(f"{host(url)} broke off or did not answer ({type(error).__name__}).") from error


class Web:
    """One source on the network. Every method raises SourceProblem with one sentence."""

    def __init__(
        self,
        settings: SourceSettings,
        known: dict[str, Answer],
        folder: Path,
        watcher: Watcher,
        used: frozenset[Path] = frozenset(),
    ) -> None:
        self.settings, self._known, self._folder, self._watcher = settings, known, folder, watcher
        self._used = used
        timeout = httpx2.Timeout(settings.read_timeout_seconds, connect=CONNECT_SECONDS)
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        self._client = httpx2.Client(timeout=timeout, headers=headers, follow_redirects=False, verify=_certificates())

    def get(
        self, address: str, is_whole: Check = anything, secret: Secret = NONE, digest: Callable[[Path], str] = sha256
    ) -> Answer:
        """The answer to GET, new or, where the source says nothing changed, the one kept.

        `is_whole` raises TryAgain for a file that came broken; what is in `secret` is asked with, and never kept; two
        answers of one `digest` say the same.
        """
        url = self._url(address)
        for attempt in self._patiently():
            with attempt:
                return self._once(url, is_whole, secret, digest)
        raise AssertionError("tenacity either returns or raises")

    def all(self, addresses: Iterable[str], is_whole: Check = anything, secret: Secret = NONE) -> list[Answer]:
        """The answers to many addresses, several at a time where the source allows, in the order given."""
        with ThreadPoolExecutor(self.settings.parallel) as crew:
            return list(crew.map(lambda address: self.get(address, is_whole, secret), addresses))

    def get_json(self, address: str, is_whole: Check) -> Any:
        """A small JSON answer, read."""
        return read_json(self.get(address, is_whole))

    def post(self, address: str, body: Any, is_whole: Check = anything) -> Answer:
        """The answer to a POST of JSON; the one kept where it says the same."""
        url = self._url(address)
        for attempt in self._patiently():
            with attempt:
                return self._post(url, body, is_whole)
        raise AssertionError("tenacity either returns or raises")

    def _patiently(self) -> tenacity.Retrying:
        limits = self.settings

        def pause(state: tenacity.RetryCallState) -> float:
            error = state.outcome.exception() if state.outcome else None
            wanted = error.after if isinstance(error, TryAgain) and error.after is not None else 0.0
            grown = limits.backoff_seconds * 2 ** (state.attempt_number - 1)
            return float(min(max(wanted, grown), limits.longest_wait_seconds))

        def too_long(error: TryAgain) -> bool:
            return (error.after or 0.0) > max(limits.longest_wait_seconds, SHORT_WAIT_SECONDS)

        return tenacity.Retrying(
            stop=tenacity.stop_after_attempt(limits.attempts),
            wait=pause,
            retry=tenacity.retry_if_exception(lambda error: isinstance(error, TryAgain) and not too_long(error)),
            reraise=True,
        )

    def _once(self, url: str, is_whole: Check, secret: Secret, digest: Callable[[Path], str]) -> Answer:
        with _breaks_off(url):
            answer = self._received(url, secret, Part(self._place(url)))
        if answer.path.parent != self._folder:
            return answer
        return self._checked(answer, is_whole, digest)

    def _place(self, asked: str) -> Path:
        """Where an answer grows until it is whole."""
        return self._folder / hashlib.sha256(asked.encode()).hexdigest()[:24]

    def _checked(self, answer: Answer, is_whole: Check, digest: Callable[[Path], str] = sha256) -> Answer:
        """A new answer that is what it should be; the one kept where both are the same."""
        try:
            no_web_page(answer.path, answer.url, self.settings.missing_key())
            is_whole(answer.path)
        except SourceProblem:
            answer.path.unlink()
            raise
        known = self._known.get(answer.url)
        is_same = known is not None and known.path.is_file() and digest(known.path) == digest(answer.path)
        if known and is_same and not known.is_new:
            return known
        kept = snapshots.keep(self.settings.name, answer)
        return replace(kept, is_new=kept.path not in self._used)

    def _conditions(self, url: str) -> dict[str, str]:
        known = self._known.get(url)
        if known is None or not known.path.is_file():
            return {}
        pairs = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
        return {name: value for name, value in pairs.items() if value}

    def _received(self, url: str, secret: Secret, part: Part) -> Answer:
        asked = httpx2.URL(url).copy_merge_params(secret.parameters)
        headers = {**(part.conditions() or self._conditions(url)), **secret.headers}
        for _ in range(MOST_REDIRECTS + 1):
            with self._client.stream("GET", asked, headers=headers) as response:
                if response.has_redirect_location:
                    asked = asked.join(response.headers.get("location", ""))
                    self._samehost(str(asked))
                    continue
                same_clock(response)
                if response.status_code == httpx2.codes.NOT_MODIFIED:
                    return self._known[url]
                if response.status_code == httpx2.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                    if not part.is_all_of(response):
                        part.path.unlink()
                        raise TryAgain(f"{host(url)} has another file than the part kept.")
                    return Answer(url, part.finished(), *part.tags(), True)
                refuse_errors(response, url)
                part.begin(response)
                save(response, part.path, self.settings, self._watcher)
                return Answer(url, part.finished(), *part.tags(), True)
        raise SourceProblem(f"{host(url)} sends from one address to the next without end.")

    def _post(self, url: str, body: Any, is_whole: Check) -> Answer:
        asked = f"{url}#{hashlib.sha256(json.dumps(body).encode()).hexdigest()[:12]}"
        path = self._place(asked)
        with _breaks_off(url), self._client.stream("POST", url, json=body) as response:
            same_clock(response)
            refuse_errors(response, url)
            save(response, path, self.settings, self._watcher)
        return self._checked(Answer(asked, path, "", "", True), is_whole)

    def _url(self, address: str) -> str:
        """A path below the base address, or a whole address of the same host."""
        url = self.settings.base_url.rstrip("/") + address if address.startswith("/") else address
        self._samehost(url)
        return url

    def _samehost(self, url: str) -> None:
        wanted, got = urlsplit(self.settings.base_url), urlsplit(url)
        if (got.scheme, got.netloc) != (wanted.scheme, wanted.netloc):
            raise SourceProblem(
                f"{wanted.netloc} sends to another host, {got.scheme}://{got.netloc}, which is not asked."
            )
