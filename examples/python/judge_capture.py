"""Judges a chrome://webrtc-internals dump call by call: what Chromium did, and what the specification requires.

    python3 judge_capture.py [DUMP]

A dump is plain JSON or gzipped, as newer versions of Chromium save it.
Exit status: 0 no deviation was found, 1 a deviation was found, 2 the oracle is missing. Needs the standard library and
jsep_oracle.py.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jsep_oracle import Oracle, OracleEnded, Outcome

DOUBLE_ANSWER = Path(__file__).parents[2] / "captures" / "double-answer.internals.json.gz"
GZIP = b"\x1f\x8b"


class Call(NamedTuple):
    """A logged call, how it ended, and the last signaling state in the log before its end."""

    method: str
    argument: dict[str, str] | None
    applied: bool
    result: Any
    state: str

    def type(self) -> str:
        """Returns the type of the description that was set, if the log holds it."""
        if self.method.startswith("create"):
            return ""
        return str((self.argument or (self.result if self.applied else {})).get("type", ""))


def calls_of(log: list[dict[str, Any]]) -> Iterator[Call]:
    """Yields the calls in a log, on the assumption that a call is settled before the next call of its method."""
    state, arguments = "stable", {}
    for entry in log:
        name, value = entry["type"], decoded(entry["value"])
        method = name.removesuffix("OnSuccess").removesuffix("OnFailure")
        if name == "onsignalingstatechange":
            state = value
        elif method not in ("createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription"):
            continue
        elif name == method:
            arguments[method] = value or None
        elif method in arguments:  # a description that cannot be parsed is logged as a failure without a call
            yield Call(method, arguments.pop(method), name.endswith("OnSuccess"), value, state)


def decoded(value: str) -> Any:
    return json.loads(value) if value.startswith(("{", '"')) else value


class Connection:
    """One connection of the dump, and the oracle's session that follows it."""

    def __init__(self, oracle: Oracle, name: str) -> None:
        self.oracle, self.name = oracle, name
        self.history: list[Callable[[], object]] = []  # the requests that led the session to its state
        oracle.create(name)

    def judge(self, call: Call) -> str | None:
        """Returns what is wrong with a call, or None. Afterwards the oracle's session is in Chromium's state."""
        if call.method.startswith("create"):
            if call.applied:
                self.report_created(call.result)
            return None
        if not call.argument and call.applied:
            self.report_created(call.result)
        outcome = self.do(lambda: self.ask(call))
        if call.applied and outcome["kind"] == "rejected":
            finding = f"MUST BE REFUSED  {outcome['rejection']['code']}: {outcome['rejection']['message']}"
            # If Chromium had created that description itself, it would be legal: continue as if it had.
            self.report_created(call.argument or call.result)
            self.do(lambda: self.ask(call))
            return finding
        if not call.applied and outcome["kind"] != "rejected":
            self.take_back()
            return "MUST BE APPLIED"
        if outcome["session"]["signalingState"] != call.state:
            return f"MUST LEAD TO {outcome['session']['signalingState']}"
        if outcome["kind"] == "rejected":
            return f"ILLEGAL CALL  {outcome['rejection']['code']}: {outcome['rejection']['message']}"
        return None

    def ask(self, call: Call) -> Outcome:
        local = call.method == "setLocalDescription"
        ask = self.oracle.set_local_description if local else self.oracle.set_remote_description
        return ask(self.name, call.argument) if call.argument else ask(self.name)

    def report_created(self, description: dict[str, str]) -> None:
        report = self.oracle.offer_created if description["type"] == "offer" else self.oracle.answer_created
        self.do(lambda: report(self.name, description.get("sdp", "")))

    def do(self, request: Callable[[], Any]) -> Any:
        self.history.append(request)
        return request()

    def take_back(self) -> None:
        """Replaces the session by one without the last request, which Chromium refused."""
        self.history.pop()
        self.oracle.drop(self.name)
        self.oracle.create(self.name)
        for request in self.history:
            request()


def main(path: str) -> int:
    found = 0
    dumped = Path(path).read_bytes()
    dump = json.loads(gzip.decompress(dumped) if dumped.startswith(GZIP) else dumped)
    with Oracle() as oracle:
        for name, logged in dump["PeerConnections"].items():
            print(f"Connection {name}")
            connection = Connection(oracle, name)
            for call in calls_of(logged["updateLog"]):
                finding = connection.judge(call)
                did = f"{'applied' if call.applied else 'refused'}, {call.state}"
                print(f"  {call.method}({call.type()})".ljust(34), did.ljust(30), finding or "conforms")
                found += finding is not None
    print(f"{found} deviations or illegal calls")
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(DOUBLE_ANSWER)))
    except OracleEnded as error:
        print(f"judge_capture: {error}", file=sys.stderr)
        sys.exit(2)
