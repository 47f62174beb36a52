"""Compares what a stack did with a call with what the oracle says: standard library only, to be copied.

The names are those of `jsep-machine/oracle`. A *provision* is the part of the specification that a call exercises. The
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
    error: str = ""  # the name of the error, if the call was refused
    specified: bool = True  # False for an error name that is not from the specification: then the name is not judged
    # The type in each slot that the stack shows, or None: the four slots, or localDescription and remoteDescription.
    slots: Mapping[str, str | None] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.error or self.outcome


@dataclass(frozen=True)
class Difference:
    code: str
    expected: str
    observed: str


def ask(oracle: Oracle, session: str, method: str, description: Description | None, created: str = "") -> Outcome:
    """The outcome that a call must have. `created` is what createOffer(), createAnswer() or a call without SDP made.

    The kind is still "create" if nothing was made, or something that must not be set: `rejection` says why.
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
    """The cell of the table if the state decides, legal or not; otherwise the reason for the refusal."""
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
    """The expected outcome in one word: the error, or "applied"."""
    return str(outcome["rejection"]["error"]) if outcome["kind"] == "rejected" else "applied"


def differences_of(provision: str, outcome: Outcome, observed: Observed) -> list[Difference]:
    """How they differ. Each fault is reported once: a wrong outcome hides what follows, a wrong state the slots."""
    expected, state = expected_of(outcome), outcome["session"]["signalingState"]
    if observed.outcome == "unsettled":
        return [Difference(f"unsettled-{provision}", expected, "unsettled")]
    if observed.outcome == "applied" and expected != "applied":
        return [Difference(f"applied-{provision}", expected, "applied")]
    if observed.outcome == "rejected" and expected == "applied":
        return [Difference(f"refused-{provision}", expected, observed.error)]
    if observed.outcome == "applied" and outcome["kind"] == "create":
        made = outcome["rejection"]["code"] if "rejection" in outcome else "nothing"
        return [Difference(f"changed-sdp-{provision}", f"an {outcome['type']} of its own making", made)]
    differences = []
    # An RTCError is a DOMException of the name OperationError.
    name = "OperationError" if expected == "RTCError" else expected
    if observed.outcome == "rejected" and observed.specified and observed.error != name:
        differences.append(Difference(f"wrong-error-{provision}", name, observed.error))
    if observed.state != state:
        return [*differences, Difference(f"wrong-state-{provision}", state, observed.state)]
    slots = slots_of(outcome["session"])
    wrong = [name for name, type in observed.slots.items() if type != slots[name]]
    if wrong:
        texts = [", ".join(f"{name} {types[name] or 'null'}" for name in wrong) for types in (slots, observed.slots)]
        differences.append(Difference(f"wrong-slot-{provision}", *texts))
    return differences


def slots_of(session: Session) -> dict[str, str | None]:
    """The types in the four slots of a session, and in localDescription and remoteDescription."""
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
    """Identifies a place in a walk over all states: the state, the slots, and whether something has been created."""
    if session["signalingState"] == "closed":
        return "closed"
    created = (session["lastCreatedOffer"] != "", session["lastCreatedAnswer"] != "")
    return (session["signalingState"], *slots_of(session).values(), *created)
