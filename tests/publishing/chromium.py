"""A headless Chromium over the DevTools pipe: no driver, no port, no dependency."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-default-apps", "--disable-extensions", "--mute-audio",
    "--disable-dev-shm-usage", "--remote-debugging-pipe",
)  # fmt: skip


def find_chromium() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@dataclass
class Seen:
    """What happened while a page was open."""

    requests: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)


class Chromium:
    def __init__(self, program: str) -> None:
        self.profile = tempfile.mkdtemp(prefix="overflight-chromium-")
        to_read, self._write = os.pipe()
        self._read, to_write = os.pipe()

        def take_pipes() -> None:
            spare_in, spare_out = os.dup(to_read), os.dup(to_write)
            os.dup2(spare_in, 3)
            os.dup2(spare_out, 4)

        self.process = subprocess.Popen(
            [program, *FLAGS, f"--user-data-dir={self.profile}", "about:blank"],
            preexec_fn=take_pipes,  # noqa: PLW1509 - file descriptors 3 and 4 are where Chromium reads and writes
            close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(to_read)
        os.close(to_write)
        self._number, self._buffer = 0, b""
        self._events: list[dict[str, Any]] = []

    def close(self) -> None:
        self.process.kill()
        self.process.wait(timeout=20)
        os.close(self._write)
        os.close(self._read)
        shutil.rmtree(self.profile, ignore_errors=True)

    def call(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self._write, json.dumps(message).encode() + b"\0")
        number = self._number
        while True:
            answer = self._next()
            if answer.get("id") == number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self._events.append(answer)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            chunk = os.read(self._read, 1 << 20)
            if not chunk:
                raise RuntimeError("Chromium went away")
            self._buffer += chunk
        raw, _, self._buffer = self._buffer.partition(b"\0")
        return dict(json.loads(raw))

    def open(self, page: Path, *, scripts: bool = True, width: int = 1280, height: int = 900) -> Page:
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.call(f"{domain}.enable", session)
        self.call(
            "Emulation.setDeviceMetricsOverride", session, width=width, height=height, deviceScaleFactor=1, mobile=False
        )
        if not scripts:
            self.call("Emulation.setScriptExecutionDisabled", session, value=True)
        self._events.clear()
        started = time.monotonic()
        self.call("Page.navigate", session, url=page.as_uri())
        self.wait(lambda e: e.get("method") == "Page.loadEventFired")
        return Page(self, target, session, time.monotonic() - started)

    def wait(self, wanted: Callable[[dict[str, Any]], bool]) -> None:
        if any(wanted(event) for event in self._events):
            return
        while True:
            event = self._next()
            self._events.append(event)
            if wanted(event):
                return

    def seen(self, session: str) -> Seen:
        """What happened so far; a round trip first, so that late events are in."""
        self.call("Runtime.evaluate", session, expression="1")
        time.sleep(0.3)
        self.call("Runtime.evaluate", session, expression="1")
        seen = Seen()
        for event in self._events:
            if event.get("sessionId") != session:
                continue
            method, given = event["method"], event["params"]
            if method == "Network.requestWillBeSent":
                seen.requests.append(given["request"]["url"])
            elif method == "Log.entryAdded":
                seen.messages.append(given["entry"]["text"])
            elif method == "Runtime.consoleAPICalled":
                seen.messages.append(str(given["args"]))
            elif method == "Runtime.exceptionThrown":
                seen.messages.append(str(given["exceptionDetails"].get("text")))
            elif method == "Page.javascriptDialogOpening":
                seen.dialogs.append(given["message"])
        return seen


@dataclass
class Page:
    browser: Chromium
    target: str
    session: str
    load_s: float

    def evaluate(self, expression: str) -> Any:
        answer = self.browser.call(
            "Runtime.evaluate", self.session, expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def seen(self) -> Seen:
        return self.browser.seen(self.session)

    def call(self, method: str, **parameters: Any) -> Any:
        return self.browser.call(method, self.session, **parameters)

    def close(self) -> None:
        self.browser.call("Target.closeTarget", targetId=self.target)
