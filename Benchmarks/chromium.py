"""A Chromium without a window that a benchmark leads, by the DevTools protocol over two pipes."""
import json
import os
import select
import subprocess
import sys
import time


class Chromium:
    """The browser, as long as a `with` lasts."""

    def __init__(self, profile):
        inner_in, self.writing = os.pipe()
        self.reading, inner_out = os.pipe()

        def descend():
            # The browser reads from descriptor 3, and writes to 4.
            ends = [os.dup(inner_in), os.dup(inner_out)]
            os.dup2(ends[0], 3)
            os.dup2(ends[1], 4)

        self.process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            preexec_fn=descend, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(inner_in)
        os.close(inner_out)
        self.count = 0
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()

    def call(self, method, parameters=None, session=None, timeout=120, isLenient=False):
        """Calls a method of the protocol and returns its result; `None` for an error that is let be."""
        self.count += 1
        message = {"id": self.count, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        os.write(self.writing, json.dumps(message).encode() + b"\0")
        end = time.monotonic() + timeout
        while True:
            while b"\0" in self.rest:
                first, self.rest = self.rest.split(b"\0", 1)
                answer = json.loads(first)
                if answer.get("id") == self.count:
                    if "error" in answer and isLenient:
                        return None
                    if "error" in answer:
                        sys.exit(f"{method}: {answer['error']}")
                    return answer["result"]
            if not select.select([self.reading], [], [], max(0, end - time.monotonic()))[0]:
                sys.exit(f"{method}: Chromium does not answer")
            self.rest += os.read(self.reading, 1 << 20)

    def open(self, address):
        """Opens a page."""
        target = self.call("Target.createTarget", {"url": address})["targetId"]
        attached = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})
        return Page(self, attached["sessionId"])


class Page:
    """A page that is open."""

    def __init__(self, browser, session):
        self.browser = browser
        self.session = session

    def value(self, expression):
        """What an expression of JavaScript comes to; a promise is waited for."""
        answer = self.browser.call(
            "Runtime.evaluate",
            {"expression": expression, "awaitPromise": True, "returnByValue": True},
            self.session,
        )
        if "exceptionDetails" in answer:
            sys.exit(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def wait(self, condition):
        """Waits for an expression to be true."""
        while True:
            if self.value(f"(() => {{ try {{ return Boolean({condition}) }} catch {{ return false }} }})()"):
                return
            time.sleep(0.02)

    def watch(self, condition):
        """Begins to wait for an expression to be true and painted; see `painted`."""
        self.value(
            """
            window.painted = new Promise((done) => {
              const look = () => {
                if (!(CONDITION)) return;
                observer.disconnect();
                // What is posted in a frame's callback comes when the frame is painted.
                requestAnimationFrame(() => {
                  const { port1, port2 } = new MessageChannel();
                  port1.onmessage = () => done(performance.timeOrigin + performance.now());
                  port2.postMessage(0);
                });
              };
              const observer = new MutationObserver(look);
              observer.observe(document, {
                subtree: true, childList: true, characterData: true, attributes: true });
            });
            1
            """.replace("CONDITION", condition)
        )

    def shown(self, condition, timeout=120):
        """When a condition was true and painted, in milliseconds since 1970, also where the page is loaded anew
        meanwhile. It is looked for each few milliseconds."""
        end = time.monotonic() + timeout
        look = f"""
            !({condition}) ? null : new Promise((done) => requestAnimationFrame(() => {{
              const {{ port1, port2 }} = new MessageChannel();
              port1.onmessage = () => done(performance.timeOrigin + performance.now());
              port2.postMessage(0);
            }}))
            """
        while time.monotonic() < end:
            answer = self.browser.call(
                "Runtime.evaluate",
                {"expression": look, "awaitPromise": True, "returnByValue": True},
                self.session, isLenient=True,
            )
            # While it is loaded anew there is nobody who could answer.
            found = answer.get("result", {}).get("value") if answer else None
            if found and "exceptionDetails" not in answer:
                return found
            time.sleep(0.003)
        sys.exit(f"{condition}: never true")

    def painted(self):
        """When that was, in milliseconds since 1970."""
        return self.value("window.painted")
