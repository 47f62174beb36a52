"""The vectors of connections as calls on a real stack: to be copied; a stack is a few lines.

A real stack makes SDP of its own and runs its own tasks. So the calls of a case are made one after the other, each once the
last is settled, and compared are the settlement, the signaling state after it, and the transceivers at the end. A case that
needs more than calls is left out, with the reason.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

TIME_LIMIT = 5  # seconds within which a call must end


class NotCalled(Exception):
    """The stack's API has no such call or argument, or it is not translated."""


class StackPeer(Protocol):
    """A peer connection of the stack."""

    async def call(self, call: dict[str, Any]) -> None:
        """Makes a call of the vectors. A local description without SDP is to be created and set. May raise NotCalled."""

    def state(self) -> str: ...

    def transceivers(self) -> list[dict[str, Any]]:
        """Returns what is known of each transceiver: kind, mid, direction, currentDirection."""

    def error_name(self, error: BaseException) -> str: ...

    async def close(self) -> None: ...


@dataclass
class Call:
    """A call, what it must come to, and the state after it."""

    input: dict[str, Any]
    outcome: str = ""  # "applied", or the name of an error
    state: str = ""


class LeftOut(Exception):
    """The case cannot be run as calls."""


def calls_of(case: dict[str, Any]) -> list[Call]:
    """Returns the calls of a case. Raises LeftOut."""
    if "b" in case["after"]:
        raise LeftOut("two connections whose turns interleave")
    if case["options"].get("capabilities") is not None:
        raise LeftOut("capabilities of its own")
    calls: list[Call] = []
    state = "stable"
    for step in case["steps"]:
        given = step["input"]
        if given["type"] == "call":
            if calls and not calls[-1].outcome:
                raise LeftOut("calls overlap")
            calls.append(Call(given))
        elif given["type"] in ("failed", "gathered", "media", "send-encodings", "negotiation-needed"):
            raise LeftOut("the stack's own failures, candidates or media")
        elif given["type"] == "created" and "a=rid" in given["sdp"]:
            raise LeftOut("an offer or answer that the stack would not create by itself")
        state = step.get("signalingState", state)
        for effect in step["effects"]:
            if effect["type"] in ("return", "resolve"):
                calls[-1].outcome = "applied"
            elif effect["type"] in ("throw", "reject"):
                calls[-1].outcome = effect["rejection"]["error"]
        if calls:
            calls[-1].state = state
    if not all(call.outcome for call in calls):
        raise LeftOut("a call that close() leaves unsettled")
    return calls


async def difference_of(case: dict[str, Any], peer: StackPeer) -> str | None:
    """Returns the first difference, or None. May raise LeftOut or NotCalled."""
    try:
        for call in calls_of(case):
            name = named(call.input)
            outcome = "applied"
            try:
                await asyncio.wait_for(peer.call(call.input), TIME_LIMIT)
            except NotCalled:
                raise
            except asyncio.TimeoutError:
                outcome = "unsettled"
            except Exception as error:  # any error of the stack is an outcome
                outcome = peer.error_name(error)
            if (outcome == "applied") != (call.outcome == "applied"):
                return f"{name}: expected {call.outcome}, found {outcome}"
            if peer.state() != call.state:
                return f"{name}: expected {call.state} after it, found {peer.state()}"
        names = ("kind", "mid", "direction", "currentDirection")
        expected = case["after"]["a"]["transceivers"]
        found = peer.transceivers()
        if len(found) != len(expected):
            return f"transceivers: expected {len(expected)}, found {len(found)}"
        for one, other in zip(expected, found):
            for key in names:
                # Of a stopped one scripts see the direction "stopped", and the vectors have its slot.
                if one[key] != other[key] and not (key == "direction" and one["stopped"]):
                    return f"{key}: expected {one[key]}, found {other[key]}"
        return None
    finally:
        await peer.close()


def named(call: dict[str, Any]) -> str:
    description = call.get("description")
    argument = description.get("type", "") if isinstance(description, dict) else ""
    return f"{call['method']}({argument})"


def report(results: Iterable[tuple[str, str, str]]) -> int:
    """Prints the results, each an id, a verdict and a reason, and returns the exit status."""
    verdicts: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {"differs": Counter(), "left out": Counter()}
    for _, verdict, reason in results:
        verdicts[verdict] += 1
        if verdict in reasons:
            reasons[verdict][reason] += 1
    print(f"{verdicts['passes']} cases pass, {verdicts['differs']} differ, {verdicts['left out']} are left out")
    for verdict, counted in reasons.items():
        for reason, count in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
            print(f"  {verdict:8} {count:4}  {reason}")
    return 1 if verdicts["differs"] else 0
