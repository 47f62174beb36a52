"""Tests of the walk, over stacks that are made of the oracle itself, with faults: python3 -m unittest"""

from __future__ import annotations

import asyncio
import itertools
import unittest
from typing import ClassVar
from unittest import mock

import jsep_walk
from jsep_oracle import Description, Oracle, Outcome
from jsep_walk import Judged, NotOffered, Stack, Walk

SDP = (
    "v=0\r\no=- {id} 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sctp-port:5000\r\n"
    "a=ice-ufrag:{id}abcd\r\na=ice-pwd:{id}abcdefghijklmnopqrstuv\r\na=setup:{setup}\r\n"
    "a=fingerprint:sha-256 " + ":".join(["A{id}"] * 32) + "\r\n"
)
ERRORS = ["InvalidStateError", "InvalidAccessError", "InvalidModificationError"]


def ask(oracle: Oracle, session: str, method: str, description: Description | None, created: str) -> Outcome:
    """Returns what a call must do; `created` is the SDP that the call creates where it must create some."""
    given = [description] if description is not None else []
    if method == "close":
        return oracle.close(session)
    if method == "createOffer":
        return oracle.offer_created(session, created)
    if method == "createAnswer":
        return oracle.answer_created(session, created)
    if method == "setRemoteDescription":
        return oracle.set_remote_description(session, *given)
    outcome = oracle.set_local_description(session, *given)
    if outcome["kind"] != "create":
        return outcome
    ask(oracle, session, "createOffer" if outcome["type"] == "offer" else "createAnswer", None, created)
    return oracle.set_local_description(session, *given)


class ModelPeer:
    """A peer connection that does what the oracle expects; it cannot be called without an argument."""

    ids: ClassVar = itertools.count()

    def __init__(self, oracle: Oracle) -> None:
        self.oracle, self.id = oracle, next(self.ids)
        self.name = f"model {self.id}"
        oracle.create(self.name)
        self.session = oracle.offer_created(self.name, "")["session"]

    async def call(self, method: str, description: Description | None) -> str:
        if method == "setLocalDescription" and not description:
            raise NotOffered
        created = SDP.format(id=self.id % 10, setup=self.setup(method))
        outcome = ask(self.oracle, self.name, method, description, created)
        self.session = outcome["session"]
        if outcome["kind"] == "rejected":
            raise refusal(outcome["rejection"]["error"])
        return created

    def setup(self, method: str) -> str:
        if method != "createAnswer" and self.state() in ("stable", "have-local-offer"):
            return "actpass"
        negotiated = self.session["currentRemoteDescription"]
        return "passive" if negotiated and negotiated["type"] == "answer" else "active"

    def state(self) -> str:
        return self.session["signalingState"]

    def slots(self) -> dict[str, Description | None]:
        return {name: held for name, held in self.session.items() if name.endswith("Description")}  # type: ignore[misc]


def refusal(error: str) -> Exception:
    exception: Exception = type(error, (Exception,), {})()
    return exception


class WithoutImplicitRollback(ModelPeer):
    async def call(self, method: str, description: Description | None) -> str:
        remote_offer = method == "setRemoteDescription" and description and description.get("type") == "offer"
        if remote_offer and self.state() == "have-local-offer":
            raise refusal("InvalidStateError")
        return await super().call(method, description)


class IgnoresPranswers(ModelPeer):
    async def call(self, method: str, description: Description | None) -> str:
        pranswer = description is not None and description.get("type") == "pranswer"
        return "" if pranswer else await super().call(method, description)


class RemembersWhatWasRolledBack(ModelPeer):
    rolled_back = False

    async def call(self, method: str, description: Description | None) -> str:
        created = await super().call(method, description)
        self.rolled_back = description == {"type": "rollback"}
        return created

    def slots(self) -> dict[str, Description | None]:
        kept: dict[str, Description | None] = {"pendingLocalDescription": {"type": "offer", "sdp": "v=0"}}
        return {**super().slots(), **(kept if self.rolled_back else {})}


class Unsound(ModelPeer):
    """Some calls never end, and what it creates itself is not SDP."""

    async def call(self, method: str, description: Description | None) -> str:
        if method == "createAnswer" and self.state() == "stable":
            await asyncio.sleep(60)
        return await super().call(method, description)

    def slots(self) -> dict[str, Description | None]:
        slots = super().slots()
        return {name: held and {**held, "sdp": "garbage"} for name, held in slots.items()}


def judged(peer: type[ModelPeer], depth: int) -> list[Judged]:
    async def walk() -> list[Judged]:
        with Oracle() as oracle:
            stack = Stack("model", "1", lambda: peer(oracle), ERRORS)
            return [each async for each in Walk(oracle, stack).judgements()]

    with mock.patch.multiple(jsep_walk, DEPTH=depth, TIME_LIMIT=0.05):
        return asyncio.run(walk())


class WalkTest(unittest.TestCase):
    def assert_found(self, peer: type[ModelPeer], depth: int, *expected: tuple[str, str, str, str]) -> None:
        """Code, expected, observed, and the calls of the first reproduction."""
        found: dict[str, tuple[str, str, str]] = {}
        for each in judged(peer, depth):
            if each.code:
                found.setdefault(each.code, (each.expected, each.observed, " ".join(each.reproduction)))
        self.assertEqual(found, {code: tuple(rest) for code, *rest in expected})

    def test_finds_nothing_in_a_conforming_stack(self) -> None:
        all = judged(ModelPeer, 4)
        self.assertEqual({each.verdict for each in all}, {"pass", "not-implemented"})
        missing = {each.reproduction[-1] for each in all if each.verdict == "not-implemented"}
        self.assertEqual(missing, {"a.setLocalDescription()"})
        states = ["stable", "have-local-offer", "have-remote-offer", "have-local-pranswer", "have-remote-pranswer"]
        cells = {f"remote-{type}-in-{state}" for type in ("pranswer", "answer", "rollback") for state in states}
        self.assertLessEqual(cells | {"implicit-rollback", "connection-closed"}, {each.provision for each in all})

    def test_finds_that_implicit_rollback_is_missing(self) -> None:
        offer = "a.setLocalDescription(offer without SDP) a.setRemoteDescription(offer)"
        # A refused offer that would have been refused for its SDP shows the same fault, and no other.
        expected = ("refused-implicit-rollback", "applied", "InvalidStateError", offer)
        self.assert_found(WithoutImplicitRollback, 2, expected)

    def test_finds_that_provisional_answers_change_nothing(self) -> None:
        codes = {each.code for each in judged(IgnoresPranswers, 3) if each.code}
        self.assertIn("wrong-state-remote-pranswer-in-have-local-offer", codes)
        self.assertIn("wrong-state-local-pranswer-in-have-remote-offer", codes)
        self.assertIn("applied-remote-pranswer-in-stable", codes)
        self.assertIn("applied-connection-closed", codes)

    def test_finds_a_slot_that_is_not_cleared(self) -> None:
        offer = "a.setLocalDescription(offer without SDP) "
        wrong = ("pendingLocalDescription null", "pendingLocalDescription offer")
        self.assert_found(
            RemembersWhatWasRolledBack,
            2,
            ("wrong-slot-local-rollback-in-have-local-offer", *wrong, offer + "a.setLocalDescription(rollback)"),
            ("wrong-slot-remote-rollback-in-have-local-offer", *wrong, offer + "a.setRemoteDescription(rollback)"),
            (
                "wrong-slot-local-rollback-in-have-remote-offer",
                *wrong,
                "a.setRemoteDescription(offer) a.setLocalDescription(rollback)",
            ),
            (
                "wrong-slot-remote-rollback-in-have-remote-offer",
                *wrong,
                "a.setRemoteDescription(offer) a.setRemoteDescription(rollback)",
            ),
        )

    def test_finds_calls_that_hang_and_what_is_not_sdp(self) -> None:
        set_offer = "a.setLocalDescription(offer without SDP)"
        self.assert_found(
            Unsound,
            1,
            ("unsettled-create-answer-in-stable", "InvalidStateError", "unsettled", "a.createAnswer()"),
            ("applied-sdp-syntax-error", "RTCError", "applied", set_offer),
            (
                "changed-sdp-remote-offer-in-stable",
                "pendingRemoteDescription line 1 (v=…)",
                "pendingRemoteDescription line 1",
                "a.setRemoteDescription(offer)",
            ),
        )


if __name__ == "__main__":
    unittest.main()
