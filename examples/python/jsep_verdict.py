"""Compares what a stack did with what the oracle expects: standard library only, to be copied.

The names are those of `jsep-machine/oracle`: a *provision* is the part of the specification that a call exercises; the
code of a difference is its kind and the provision, as in `refused-implicit-rollback`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jsep_oracle import Description, Oracle, Outcome, Session


CREATIONS = {"createOffer": "create-offer", "createAnswer": "create-answer"}


@dataclass(frozen=True)
class Observed:
    """What a stack did with a call, and its state afterwards."""

    outcome: str  # "applied", "rejected", or "unsettled" if the call did not end in time
    state: str
    error: str = ""  # the name of the error of a rejected call
    specified: bool = True  # is that name one of the specification's? If not, only the refusal is judged, not its error
    # The types of the descriptions that the stack shows, None for an empty slot: of the four slots, or of
    # localDescription and remoteDescription.
    slots: Mapping[str, str | None] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.error or self.outcome


@dataclass(frozen=True)
class Difference:
    kind: str
    provision: str
    expected: str
    observed: str

    @property
    def code(self) -> str:
        return f"{self.kind}-{self.provision}"


def ask(oracle: Oracle, session: str, method: str, description: Description | None, created: str = "") -> Outcome:
    """Returns what a call must do. `created` is the SDP that createOffer(), createAnswer() or a call without SDP created.

    The outcome's kind is still "create" if the stack created nothing, or SDP that may not be set; `rejection` says why.
    """
    given = [description] if description is not None else []
    if method == "close":
        return oracle.close(session)
    if method == "createOffer":
        return oracle.offer_created(session, created)
    if method == "createAnswer":
        return oracle.answer_created(session, created)
    if method == "setRemoteDescription":
        return oracle.set_remote_description(session, *given)
    asked = oracle.set_local_description(session, *given)
    if asked["kind"] != "create" or not created:
        return asked
    ask(oracle, session, "createOffer" if asked["type"] == "offer" else "createAnswer", None, created)
    outcome = oracle.set_local_description(session, *given)
    return {**asked, "rejection": outcome["rejection"]} if outcome["kind"] == "rejected" else outcome


def provision_of(before: Session, method: str, description: Description | None, outcome: Outcome) -> str:
    """Returns the state and the call where the state decides, legal or not; else the reason for the refusal."""
    state, rejection = before["signalingState"], outcome.get("rejection")
    by_state = rejection and rejection["code"].endswith(("-in-wrong-state", "-from-pranswer"))
    if rejection and outcome["kind"] == "rejected" and not by_state:
        rule = rejection["rule"] if rejection["code"] == "sdp-not-acceptable" else None
        return f"{rejection['code']}-{rule.lower()}" if rule else rejection["code"]
    if method in CREATIONS or method == "close":
        return f"{CREATIONS.get(method, method)}-in-{state}"
    if outcome.get("rolledBack"):
        return "implicit-rollback"
    given = description or {}
    inferred = "offer" if state in ("stable", "have-local-offer", "have-remote-pranswer") else "answer"
    type, side = given.get("type", inferred), "local" if method == "setLocalDescription" else "remote"
    without_sdp = side == "local" and type != "rollback" and not given.get("sdp")
    return f"{side}-{type}{'-without-sdp' if without_sdp else ''}-in-{state}"


def expected_of(outcome: Outcome) -> str:
    """Returns "applied", or the name of the expected error."""
    return str(outcome["rejection"]["error"]) if outcome["kind"] == "rejected" else "applied"


def differences_of(provision: str, outcome: Outcome, observed: Observed) -> list[Difference]:
    """Returns what differs. A fault is reported once: slots are compared only if the outcome and the state are right."""
    expected, state = expected_of(outcome), outcome["session"]["signalingState"]
    if observed.outcome == "unsettled":
        return [Difference("unsettled", provision, expected, "unsettled")]
    if observed.outcome == "applied" and expected != "applied":
        return [Difference("applied", provision, expected, "applied")]
    if observed.outcome == "rejected" and expected == "applied":
        return [Difference("refused", provision, expected, observed.error)]
    if observed.outcome == "applied" and outcome["kind"] == "create":
        created = outcome["rejection"]["code"] if "rejection" in outcome else "nothing"
        return [Difference("changed-sdp", provision, f"an {outcome['type']} that the stack created", created)]
    differences = []
    # An RTCError is a DOMException whose name is OperationError.
    name = "OperationError" if expected == "RTCError" else expected
    if observed.outcome == "rejected" and observed.specified and observed.error != name:
        differences.append(Difference("wrong-error", provision, name, observed.error))
    if observed.state != state:
        return [*differences, Difference("wrong-state", provision, state, observed.state)]
    slots = slots_of(outcome["session"])
    wrong = [name for name, type in observed.slots.items() if type != slots[name]]
    if wrong:
        texts = [", ".join(f"{name} {types[name] or 'null'}" for name in wrong) for types in (slots, observed.slots)]
        differences.append(Difference("wrong-slot", provision, *texts))
    return differences


def slots_of(session: Session) -> dict[str, str | None]:
    """Returns the types of the descriptions in a session's slots, and in localDescription and remoteDescription."""
    every: dict[str, Any] = {**session}
    slots: dict[str, str | None] = {}
    for side in ("Local", "Remote"):
        pending, current = every[f"pending{side}Description"], every[f"current{side}Description"]
        either = pending or current
        slots[f"pending{side}Description"] = pending and pending["type"]
        slots[f"current{side}Description"] = current and current["type"]
        slots[f"{side.lower()}Description"] = either and either["type"]
    return slots


def place_of(session: Session) -> object:
    """Returns what identifies a place in a walk over all states: state, slots, and whether something is created."""
    if session["signalingState"] == "closed":
        return "closed"
    created = (session["lastCreatedOffer"] != "", session["lastCreatedAnswer"] != "")
    return (session["signalingState"], *slots_of(session).values(), *created)
