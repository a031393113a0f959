"""The headers of answers: what a page may load and do, and who may show it."""

from functools import cache

from starlette.types import Scope

from ui import addresses, shell
from ui.pictures import embed

# What a document is made of, and never shown as one.
PARTS = ("text/javascript", "application/javascript", "text/css", "font/")


@cache
def content_security_policy() -> str:
    """Only this host may give scripts, styles, fonts and data; the shell's inline scripts are known by their hashes."""
    return "; ".join(
        [
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' {' '.join(shell.inline_scripts())}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            # Sockets of this host are meant, too (CSP 3), and no others.
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        ]
    )


def of(scope: Scope, kind: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer of this kind (its content type): rules for documents where it may be shown as one.

    A first visit loads 120 scripts; each would bring 0.9 kB of rules that the browser reads and never follows.
    """
    as_it_is = (b"x-content-type-options", b"nosniff")
    if kind.startswith(PARTS):
        return [as_it_is]
    policy = embed.policy() if addresses.is_embed(scope) else content_security_policy()
    return [
        (b"content-security-policy", policy.encode()),
        as_it_is,
        (b"referrer-policy", b"strict-origin-when-cross-origin"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
        (b"cross-origin-opener-policy", b"same-origin"),
    ]
