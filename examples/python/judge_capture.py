"""Judges what Chromium did in a chrome://webrtc-internals dump, call by call: what it did, what the specification says.

    python3 judge_capture.py [DUMP]

A dump is plain JSON or gzipped, as newer versions of Chromium save it.
Exit status: 0 nothing found, 1 something found, 2 no oracle. Standard library only, and jsep_oracle.py.
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
    """A logged call, how it ended, and the signaling state that was seen last."""

    method: str
    argument: dict[str, str] | None
    applied: bool
    result: Any
    state: str

    def type(self) -> str:
        """The type of what was set, where the log holds it."""
        if self.method.startswith("create"):
            return ""
        return str((self.argument or (self.result if self.applied else {})).get("type", ""))


def calls_of(log: list[dict[str, Any]]) -> Iterator[Call]:
    """The calls in a log. Each is taken to be settled before the next one of its method."""
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
        elif method in arguments:  # Chromium logs a description that it cannot parse as a failure without a call
            yield Call(method, arguments.pop(method), name.endswith("OnSuccess"), value, state)


def decoded(value: str) -> Any:
    return json.loads(value) if value.startswith(("{", '"')) else value


class Connection:
    """One connection of the dump, followed by a session of the oracle's."""

    def __init__(self, oracle: Oracle, name: str) -> None:
        self.oracle, self.name = oracle, name
        self.standing: list[Callable[[], object]] = []  # what has led to where the connection is
        oracle.create(name)

    def judge(self, call: Call) -> str | None:
        """What is to be said against a call; None where nothing is. The oracle's session then is where Chromium is."""
        if call.method.startswith("create"):
            if call.applied:
                self.tell_created(call.result)
            return None
        if call.argument is None and call.applied:
            self.tell_created(call.result)
        outcome = self.do(lambda: self.ask(call))
        if call.applied and outcome["kind"] == "rejected":
            finding = f"MUST BE REFUSED  {outcome['rejection']['code']}: {outcome['rejection']['message']}"
            # Had Chromium created that description itself, it would be legal: go on as if it had.
            self.tell_created(call.argument or call.result)
            self.do(lambda: self.ask(call))
            return finding
        if not call.applied and outcome["kind"] != "rejected":
            self.take_back()
            return "MUST BE APPLIED"
        if outcome["session"]["signalingState"] != call.state:
            return f"MUST BE IN {outcome['session']['signalingState']} NOW"
        if outcome["kind"] == "rejected":
            return f"ILLEGAL CALL  {outcome['rejection']['code']}: {outcome['rejection']['message']}"
        return None

    def ask(self, call: Call) -> Outcome:
        local = call.method == "setLocalDescription"
        ask = self.oracle.set_local_description if local else self.oracle.set_remote_description
        return ask(self.name) if call.argument is None else ask(self.name, call.argument)

    def tell_created(self, description: dict[str, str]) -> None:
        tell = self.oracle.offer_created if description["type"] == "offer" else self.oracle.answer_created
        self.do(lambda: tell(self.name, description.get("sdp", "")))

    def do(self, step: Callable[[], Any]) -> Any:
        self.standing.append(step)
        return step()

    def take_back(self) -> None:
        """Chromium did not go along with the last step: a session without it."""
        self.standing.pop()
        self.oracle.drop(self.name)
        self.oracle.create(self.name)
        for step in self.standing:
            step()


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
                print(f"  {call.method}({call.type()})".ljust(34), did.ljust(30), finding or "as specified")
                found += finding is not None
    print(f"{found} found")
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else str(DOUBLE_ANSWER)))
    except OracleEnded as error:
        print(f"judge_capture: {error}", file=sys.stderr)
        sys.exit(2)
