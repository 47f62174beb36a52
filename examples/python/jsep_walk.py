"""Judges a live stack in every signaling state that it reaches while it conforms: to be copied; a stack is a few lines.

The walk is breadth first. It tries every call, legal or not, in every state, on a fresh pair of peer connections that
the shortest path has led to that state: so each reproduction is minimal. A call that does not conform leads no further.
"""

from __future__ import annotations

import asyncio
import json
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from jsep_oracle import Description, Oracle, Session

DEPTH = 5  # calls in a path
TIME_LIMIT = 5  # seconds within which a call must end
LOCAL, REMOTE = "setLocalDescription", "setRemoteDescription"


class NotOffered(Exception):
    """The stack's API has no such call."""


class NothingCreated(Exception):
    """The call would set a description that has not been created."""


class Peer(Protocol):
    """A peer connection of the stack."""

    async def call(self, method: str, description: Description | None) -> str:
        """Calls the method of that name and returns the SDP that it created, or "". May raise NotOffered."""

    def state(self) -> str:
        """Returns the signaling state."""

    def slots(self) -> dict[str, Description | None]:
        """Returns what the slots hold that the stack shows, such as pendingLocalDescription; None for an empty one."""


@dataclass(frozen=True)
class Stack:
    name: str
    version: str
    make_peer: Callable[[], Peer]
    # The exceptions named like the specification's errors. With any other exception, only the refusal is judged.
    error_names: Collection[str]


class Pair:
    """`a` is judged, and the oracle's session follows it; `b` creates the offers and answers that are set on `a`."""

    def __init__(self, oracle: Oracle, stack: Stack, foreign: dict[str, str]) -> None:
        self.a, self.b = stack.make_peer(), stack.make_peer()
        self.foreign = foreign  # an offer and an answer of other connections, used when `b` can create none
        self.offer_of_b = ""  # the offer that waits for an answer
        self.answered = self.answer_of_b = ""  # the last offer of `a` that `b` answered, and the answer
        oracle.create("a")
        self.session = NEW_SESSION

    async def offer(self) -> str:
        if not self.offer_of_b and self.b.state() == "stable":
            self.offer_of_b = await self.b.call("createOffer", None)
        return self.offer_of_b or self.foreign["offer"]

    async def answer(self) -> str:
        pending = self.session["pendingLocalDescription"]
        if not pending or pending["type"] != "offer":
            return self.foreign["answer"]
        if self.answered != pending["sdp"] or self.b.state() == "stable":
            await self.b.call(REMOTE, pending)
            self.answer_of_b = await self.b.call("createAnswer", None)
            self.answered, self.offer_of_b = pending["sdp"], ""
        return self.answer_of_b

    async def keep_b_in_step(self, method: str, description: Description) -> None:
        """Brings `b` where it must be after `a` has applied a description."""
        type, state = description["type"], self.b.state()
        made_by_b = {"offer": self.offer_of_b if state == "stable" else "", "answer": self.answer_of_b}
        if type == "rollback" and state != "stable":
            await self.b.call(LOCAL if state == "have-local-offer" else REMOTE, description)
            self.offer_of_b = ""
        if method == REMOTE and description.get("sdp") == made_by_b.get(type, ""):
            await self.b.call(LOCAL, description)
        if method == LOCAL and type == "answer" and self.offer_of_b:
            await self.b.call(REMOTE, self.session["currentLocalDescription"])
            self.offer_of_b = ""


NEW_SESSION: Session = {
    "signalingState": "stable",
    "pendingLocalDescription": None,
    "currentLocalDescription": None,
    "pendingRemoteDescription": None,
    "currentRemoteDescription": None,
    "lastCreatedOffer": "",
    "lastCreatedAnswer": "",
}


def not_made(session: Session) -> dict[str, Any]:
    """Returns what is observed of a call that the API does not have: a refusal, without a word."""
    return {"outcome": "rejected", "signalingState": session["signalingState"]}


def place_of(session: Session) -> object:
    """Returns what identifies a place in a walk over all states: state, slots, and whether something is created."""
    if session["signalingState"] == "closed":
        return "closed"
    created = (session["lastCreatedOffer"] != "", session["lastCreatedAnswer"] != "")
    slots = [slot["type"] if slot else None for name, slot in session.items() if name.endswith("Description")]  # type: ignore[index]
    return (session["signalingState"], *slots, *created)


def is_rtc_error(difference: dict[str, Any]) -> bool:
    """An RTCError is a DOMException whose name is OperationError: a stack without DOMExceptions throws that."""
    return (difference["expected"], difference["observed"]) == ("RTCError", "OperationError")


Make = Callable[[Pair], Awaitable[Description | None]]  # gives the argument of a call


def just(description: Description | None = None) -> Make:
    async def make(_: Pair) -> Description | None:
        return description

    return make


def own(type: str) -> Make:
    async def make(pair: Pair) -> Description:
        sdp = pair.session["lastCreatedOffer"] if type == "offer" else pair.session["lastCreatedAnswer"]
        if not sdp:
            raise NothingCreated
        return {"type": type, "sdp": sdp}

    return make


def munged(type: str) -> Make:
    async def make(pair: Pair) -> Description:
        return {"type": type, "sdp": pair.foreign[type].replace("\r\ns=-", "\r\ns=munged")}

    return make


def from_b(type: str, *left_out: str) -> Make:
    async def make(pair: Pair) -> Description:
        sdp = await (pair.offer() if type == "offer" else pair.answer())
        return {"type": type, "sdp": "".join(x for x in sdp.splitlines(True) if not x.startswith(left_out))}

    return make


CALLS: dict[str, Make] = {
    "createOffer()": just(),
    "createAnswer()": just(),
    f"{LOCAL}(offer)": own("offer"),
    f"{LOCAL}(pranswer)": own("pranswer"),
    f"{LOCAL}(answer)": own("answer"),
    f"{LOCAL}(munged offer)": munged("offer"),
    f"{LOCAL}(munged answer)": munged("answer"),
    f"{LOCAL}(rollback)": just({"type": "rollback"}),
    f"{LOCAL}()": just(),
    f"{LOCAL}(offer without SDP)": just({"type": "offer"}),
    f"{LOCAL}(answer without SDP)": just({"type": "answer"}),
    f"{REMOTE}(offer)": from_b("offer"),
    f"{REMOTE}(pranswer)": from_b("pranswer"),
    f"{REMOTE}(answer)": from_b("answer"),
    f"{REMOTE}(rollback)": just({"type": "rollback"}),
    f"{REMOTE}(garbage offer)": just({"type": "offer", "sdp": "garbage"}),
    f"{REMOTE}(garbage answer)": just({"type": "answer", "sdp": "garbage"}),
    f"{REMOTE}(offer without v= line)": from_b("offer", "v="),
    f"{REMOTE}(offer without ICE credentials)": from_b("offer", "a=ice-ufrag:", "a=ice-pwd:"),
    f"{REMOTE}(SDP without type)": just({"sdp": "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n"}),
    "close()": just(),
}


class Judged(NamedTuple):
    provision: str
    verdict: str  # "pass", "deviation", "not-implemented"
    code: str | None
    kind: str | None
    expected: str
    observed: str
    reproduction: list[str]


@dataclass(frozen=True)
class Walk:
    oracle: Oracle
    stack: Stack

    async def judgements(self) -> AsyncIterator[Judged]:
        """Yields every judged call; a call with several differences is yielded once for each of them."""
        foreign = await self.foreign_descriptions()
        paths: deque[list[str]] = deque([[]])
        seen: set[object] = set()
        while paths:
            path = paths.popleft()
            for call in CALLS:
                pair = Pair(self.oracle, self.stack, foreign)
                for index, earlier in enumerate(path):
                    if any(each.code for each in await self.try_call(pair, path[:index], earlier)):
                        raise RuntimeError(f"{path}: the second time the result differs")
                seen.add(place_of(pair.session))
                judged = await self.try_call(pair, path, call)
                for each in judged:
                    yield each
                conforms = [each.verdict for each in judged] == ["pass"]
                if conforms and len(path) + 1 < DEPTH and place_of(pair.session) not in seen:
                    seen.add(place_of(pair.session))
                    paths.append([*path, call])
                self.oracle.drop("a")
                await asyncio.gather(pair.a.call("close", None), pair.b.call("close", None))

    async def try_call(self, pair: Pair, path: list[str], call: str) -> list[Judged]:
        """Makes a call and judges it; returns an empty list if there is nothing to set."""
        method = call.split("(")[0]
        try:
            description = await CALLS[call](pair)
        except NothingCreated:
            return []
        reproduction = [f"a.{each}" for each in (*path, call)]
        observed = await self.observe(pair.a, method, description)
        argument = (description,) if description is not None else ()
        judged = self.oracle.judge("a", method, observed or not_made(pair.session), *argument)
        pair.session, step = judged["session"], judged["step"]
        provision, expected = step["provision"], (step["expected"] or {}).get("error") or "applied"
        if not observed:  # on a closed connection, the refusal says nothing about the method
            missing = Judged(provision, "not-implemented", None, None, expected, "not in the API", reproduction)
            return [] if provision == "connection-closed" else [missing]
        if differences := [each for each in judged["differences"] if not is_rtc_error(each)]:
            return [
                Judged(provision, "deviation", each["code"], each["kind"], each["expected"], each["observed"], reproduction)
                for each in differences
            ]
        if description is not None and observed["outcome"] == "applied":
            await pair.keep_b_in_step(method, description)
        error = observed["error"] or {"name": observed["outcome"]}
        return [Judged(provision, "pass", None, None, expected, error["name"], reproduction)]

    async def observe(self, peer: Peer, method: str, description: Description | None) -> dict[str, Any] | None:
        """Makes a call; returns what it did, or None if the API has no such call."""
        seen: dict[str, Any] = {"outcome": "applied", "error": None}
        try:
            created = await asyncio.wait_for(peer.call(method, description), TIME_LIMIT)
            if method.startswith("create"):
                seen["created"] = {"type": "offer" if method == "createOffer" else "answer", "sdp": created}
        except NotOffered:
            return None
        except asyncio.TimeoutError:
            seen["outcome"] = "unsettled"
        except Exception as exception:
            name = type(exception).__name__
            seen = {"outcome": "rejected", "error": {"name": name} if name in self.stack.error_names else None}
        return {**seen, "signalingState": peer.state(), "slots": peer.slots()}

    async def foreign_descriptions(self) -> dict[str, str]:
        one, other = self.stack.make_peer(), self.stack.make_peer()
        offer = await one.call("createOffer", None)
        await other.call(REMOTE, {"type": "offer", "sdp": offer})
        answer = await other.call("createAnswer", None)
        await asyncio.gather(one.call("close", None), other.call("close", None))
        return {"offer": offer, "answer": answer}


async def judge(stack: Stack, as_json: bool) -> int:
    """Judges a stack and prints JSON Lines, or the deviations for people; returns the exit status."""
    verdicts, codes = Counter[str](), Counter[str]()
    with Oracle() as oracle:
        async for judged in Walk(oracle, stack).judgements():
            verdicts.update([judged.verdict])
            codes.update([judged.code] if judged.code else [])
            if as_json:
                print(json.dumps(judged._asdict()))
            elif judged.code and codes[judged.code] == 1:
                print(f"{judged.code}\n  expected  {judged.expected}\n  observed  {judged.observed}")
                print(*(f"    {call}" for call in judged.reproduction), sep="\n")
    done = {"done": True, "stack": stack.name, "version": stack.version, "calls": verdicts.total()}
    summary = f"{stack.name} {stack.version}: {dict(verdicts)}, {len(codes)} different deviations"
    print(json.dumps(done) if as_json else summary)
    return 1 if codes else 0
