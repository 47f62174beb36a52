"""A client of `jsep-machine serve`, the WebRTC signaling oracle: standard library only, one file, to be copied.

    with Oracle() as oracle:
        oracle.create("a")
        outcome = oracle.set_remote_description("a", {"type": "answer", "sdp": sdp})
        print(outcome["rejection"]["code"])  # answer-in-wrong-state

The command that is started is the argument of Oracle(); by default the environment variable JSEP_MACHINE; without
that, `npx jsep-machine serve`.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import threading
from collections.abc import Sequence
from typing import Any, TypedDict, cast

Description = dict[str, str]  # type and sdp


class Session(TypedDict):
    signalingState: str
    pendingLocalDescription: Description | None
    currentLocalDescription: Description | None
    pendingRemoteDescription: Description | None
    currentRemoteDescription: Description | None
    lastCreatedOffer: str  # "" if no offer has been created
    lastCreatedAnswer: str


class RolledBack(TypedDict, total=False):
    session: Session  # between the rollback and the offer; left out if `brief` was requested
    effects: list[dict[str, Any]]


class Outcome(TypedDict, total=False):
    kind: str  # "applied", "rejected", or "create": create the offer or answer, report it, and set again
    session: Session  # after the call; left out if `brief` was requested
    effects: list[dict[str, Any]]  # those of `rolledBack` come before them
    rolledBack: RolledBack | None  # of "applied" and "rejected": an implicit rollback that came first
    description: Description | None  # of "applied": what was set
    rejection: dict[str, Any]  # of "rejected": error, code, message, rule, reference, ...
    type: str  # of "create": "offer" or "answer"


class Judged(TypedDict):
    conforms: bool  # known deviations aside
    differences: list[dict[str, Any]]  # kind, provision, code, message, expected, observed, reference, ...
    step: dict[str, Any]  # verdict, provision, type, before, expected, observed, why, code, ...
    session: Session  # where the stack really is; left out if `brief` was requested


class Stepped(TypedDict, total=False):
    effects: list[dict[str, Any]]  # what the stack has to do, in order
    connection: dict[str, Any]  # the whole connection after the input; left out if `brief` was requested


class OracleFault(Exception):
    """The oracle could not use the request. It still answers the next one."""


class OracleEnded(Exception):
    """The oracle did not start, has ended, or is another program."""


_LEFT_OUT: Any = object()


class Oracle:
    """The oracle, in its own process. Several threads may call its methods."""

    def __init__(self, command: Sequence[str] | None = None, brief: bool = False) -> None:
        self._brief, self._last_id, self._lock = brief, 0, threading.Lock()
        if not command:
            command = shlex.split(os.environ.get("JSEP_MACHINE") or "npx jsep-machine serve")
        try:
            # The process writes to our standard error: a pipe without a reader would fill up and stop it.
            self._process = subprocess.Popen(list(command), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise OracleEnded(f"the oracle did not start: {error}") from error

    def __enter__(self) -> Oracle:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> int:
        """Ends the process and returns its exit status."""
        try:
            self._process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
        return self._process.returncode

    def hello(self) -> dict[str, Any]:
        """Returns the protocol's version and the specifications that the oracle follows."""
        return self._ask("hello", "version")

    def next(self, state: str, side: str, type: str, profile: str = _LEFT_OUT) -> str | None:
        """Returns the state that follows, or None if that edge of the state machine is illegal."""
        given = {"state": state, "side": side, "type": type, "profile": profile}
        return cast("str | None", self._ask("next", "state", **given)["state"])

    def create(self, session: str, **options: Any) -> None:
        """Opens a session: one peer connection, in stable. Options: profile, sdp="opaque", tolerate=[...], and more."""
        self._ask("create", "ok", session=session, options=options)

    def drop(self, session: str) -> None:
        self._ask("drop", "ok", session=session)

    def create_connection(self, connection: str, **options: Any) -> None:
        """Opens a whole connection. Options: those of a session, bundlePolicy, revision, and more."""
        self._ask("create", "ok", connection=connection, options=options)

    def drop_connection(self, connection: str) -> None:
        self._ask("drop", "ok", connection=connection)

    def step(self, connection: str, input: dict[str, Any], brief: bool | None = None) -> Stepped:
        """Returns what an input does to a connection: a call, the end of work, a task, a reaction."""
        brief = self._brief if brief is None else brief
        return cast(Stepped, self._ask("step", "effects", connection=connection, input=input, brief=brief))

    def judge(self, session: str, call: str, observed: dict[str, Any], description: Any = _LEFT_OUT) -> Judged:
        """Compares what the stack did with a call with what it had to do.

        `observed` has outcome ("applied", "rejected" or "unsettled") and signalingState, and what is known of error (its
        name), created (of createOffer() and createAnswer()), slots and events. A session is either judged or called.
        """
        given = {"session": session, "call": call, "observed": observed, "description": description}
        return cast(Judged, self._ask("judge", "conforms", brief=self._brief, **given))

    def check(self, sdp: str, **context: Any) -> list[dict[str, Any]]:
        """Returns what is wrong with an SDP. Context: type, side, session, tolerate=[...], and more."""
        return cast("list[dict[str, Any]]", self._ask("check", "findings", sdp=sdp, **context)["findings"])

    def set_local_description(self, session: str, description: Any = _LEFT_OUT) -> Outcome:
        """Returns what setLocalDescription(description), or setLocalDescription() without an argument, must do."""
        return self._outcome("setLocalDescription", session, description=description)

    def set_remote_description(self, session: str, description: Any = _LEFT_OUT) -> Outcome:
        """Returns what setRemoteDescription(description) must do."""
        return self._outcome("setRemoteDescription", session, description=description)

    def offer_created(self, session: str, sdp: str) -> Outcome:
        """Reports the SDP that the stack's createOffer() created: only that SDP may be set as a local offer."""
        return self._outcome("offerCreated", session, sdp=sdp)

    def answer_created(self, session: str, sdp: str) -> Outcome:
        """Reports the SDP that the stack's createAnswer() created."""
        return self._outcome("answerCreated", session, sdp=sdp)

    def operation_failed(self, session: str, side: str, type: str, message: str) -> Outcome:
        """Reports that the stack could not apply a description, although the specification allows it."""
        return self._outcome("operationFailed", session, side=side, type=type, message=message)

    def close(self, session: str) -> Outcome:
        return self._outcome("close", session)

    def _outcome(self, op: str, session: str, **members: Any) -> Outcome:
        return cast(Outcome, self._ask(op, "outcome", session=session, brief=self._brief, **members)["outcome"])

    def _ask(self, op: str, wanted: str, **members: Any) -> dict[str, Any]:
        given = {name: value for name, value in members.items() if value is not _LEFT_OUT}
        with self._lock:
            self._last_id = id = self._last_id + 1
            line = self._exchange(json.dumps({"id": id, "op": op, **given}).encode())
        try:
            answer: dict[str, Any] = dict(json.loads(line))
        except (TypeError, ValueError):
            answer = {}
        if "fault" in answer:
            raise OracleFault(answer["fault"])
        if answer.get("id") != id or wanted not in answer:
            raise OracleEnded(f"another program than the oracle answered: {line[:80]!r}")
        return answer

    def _exchange(self, request: bytes) -> bytes:
        # The oracle reads a whole request before it answers, so that long lines cannot make the two wait for each other.
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(request + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except (OSError, ValueError):  # a broken pipe, or one that stop() has closed
            line = b""
        if not line.endswith(b"\n"):
            raise OracleEnded(f"the oracle has ended, with status {self.stop()}")
        return line
