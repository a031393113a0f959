"""Every request is written into the log: method, path, status, milliseconds; never its parameters or its reader."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from queries import journal


class RequestLog:
    """Logs each http request when it has been answered."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on under a name of its own."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        journal.begin()
        with journal.timed("path", scope["path"], method=scope["method"]) as told:

            async def noting(message: Message) -> None:
                if message["type"] == "http.response.start":
                    told["status"] = message["status"]
                await send(message)

            await self.app(scope, receive, noting)
