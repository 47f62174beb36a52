"""Judges a chrome://webrtc-internals dump call by call: what Chromium did, and what the specification requires.

    python3 judge_capture.py DUMP

A dump is plain JSON or gzipped, as newer versions of Chromium save it.
Exit status: 0 no deviation was found, 1 a deviation was found, 2 the oracle is missing. Needs the standard library and
jsep_oracle.py.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from jsep_oracle import Oracle, OracleEnded

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


def judge(oracle: Oracle, connection: str, call: Call) -> str | None:
    """Returns what is wrong with a call, or None. Afterwards the oracle's session is in Chromium's state."""
    observed: dict[str, Any] = {"outcome": "applied" if call.applied else "rejected", "signalingState": call.state}
    if call.applied and call.method.startswith("create"):
        observed["created"] = call.result
    elif call.applied and not call.argument:  # what the call created and set
        pending = call.result["type"] == "offer" or call.result["type"] == "pranswer"
        observed["slots"] = {f"{'pending' if pending else 'current'}LocalDescription": call.result}
    argument = (call.argument,) if call.argument else ()
    judged = oracle.judge(connection, call.method, observed, *argument)
    step = judged["step"]
    if call.method.startswith("create") or step["verdict"] == "conforms":
        return None
    if step["verdict"] == "illegal-call":
        return f"ILLEGAL CALL  {step['code']}: {step['why']}"
    kinds = [difference["kind"] for difference in judged["differences"]]
    if "refused" in kinds:
        return "MUST BE APPLIED"
    return f"MUST BE REFUSED  {step['code']}: {step['why']}" if "applied" in kinds else str(step["why"])


def main(path: str) -> int:
    found = 0
    dumped = Path(path).read_bytes()
    dump = json.loads(gzip.decompress(dumped) if dumped.startswith(GZIP) else dumped)
    with Oracle() as oracle:
        for name, logged in dump["PeerConnections"].items():
            print(f"Connection {name}")
            oracle.create(name)
            for call in calls_of(logged["updateLog"]):
                finding = judge(oracle, name, call)
                did = f"{'applied' if call.applied else 'refused'}, {call.state}"
                print(f"  {call.method}({call.type()})".ljust(34), did.ljust(30), finding or "conforms")
                found += finding is not None
    print(f"{found} deviations or illegal calls")
    return 1 if found else 0


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("judge_capture: no dump: judge_capture.py DUMP", file=sys.stderr)
        sys.exit(2)
    try:
        sys.exit(main(sys.argv[1]))
    except OracleEnded as error:
        print(f"judge_capture: {error}", file=sys.stderr)
        sys.exit(2)
