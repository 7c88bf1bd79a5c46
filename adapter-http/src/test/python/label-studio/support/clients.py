"""The clients of the SDK as scripts make them. The asynchronous one is waited for, so that tests read the same."""

import asyncio
import inspect

import httpx
from label_studio_sdk import AsyncLabelStudio, LabelStudio

KINDS = ("sync-token", "sync-pat", "async-token", "async-pat")


class Clients:
    def __init__(self, url):
        self.url = url
        self._loop = asyncio.new_event_loop()
        self._pats = {}
        # Set as the SDK sets them, and shared: each reads the certificates of the machine, which takes longer than a call.
        self._sync = httpx.Client(follow_redirects=True, timeout=60)
        self._async = httpx.AsyncClient(follow_redirects=True, timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._sync.close()
        self._loop.run_until_complete(self._async.aclose())
        self._loop.close()

    def sync(self, key, **options):
        # Personal access tokens are exchanged at the root, unless the address ends with a slash (wire contract §1.5).
        return LabelStudio(base_url=self.url + "/", api_key=key, httpx_client=self._sync, **options)

    def waited(self, key, **options):
        client = AsyncLabelStudio(base_url=self.url, api_key=key, httpx_client=self._async, **options)
        return Waited(client, self._loop)

    def of(self, kind, token):
        """A client of that kind for whoever has that user token. Of each user there is one personal access token."""
        make = self.sync if kind.startswith("sync") else self.waited
        return make(self.pat(token) if kind.endswith("pat") else token)

    def pat(self, token):
        if token not in self._pats:
            self._pats[token] = self.sync(token).tokens.create().token
        return self._pats[token]


class Waited:
    """Calls what is asynchronous and waits for it."""

    def __init__(self, inner, loop):
        self._inner = inner
        self._loop = loop

    def __getattr__(self, name):
        return self._wrap(getattr(self._inner, name))

    def _wrap(self, value):
        if inspect.ismethod(value):
            return lambda *args, **named: self._wait(value(*args, **named))
        return Waited(value, self._loop) if hasattr(value, "_raw_client") or hasattr(value, "__dict__") else value

    def _wait(self, awaitable):
        if not inspect.isawaitable(awaitable):
            return awaitable
        result = self._loop.run_until_complete(awaitable)
        return self._loop.run_until_complete(drained(result)) if hasattr(result, "__aiter__") else result


async def drained(pager):
    return [item async for item in pager]


def every(pager):
    """All items of a list that comes in pages, whichever client it comes from."""
    return list(pager)
