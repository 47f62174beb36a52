"""What a stack did with a call against what the oracle says of it: standard library only, to be copied.

The names are those of `jsep-machine/oracle`: a *provision* is what of the specification a call exercises, a
difference's code is its kind and the provision, as in `refused-implicit-rollback`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jsep_oracle import Description, Oracle, Outcome, Session


CREATIONS = {"createOffer": "create-offer", "createAnswer": "create-answer"}


@dataclass(frozen=True)
class Observed:
    """What a stack did with a call, and how it stood after it."""

    outcome: str  # "applied", "rejected", or "unsettled" where it did not come to an end in time
    state: str
    error: str = ""  # the name of a refusal's error
    specified: bool = True  # is that name the specification's? If not, only that it is a refusal is judged
    # What it shows of its descriptions: the type, or None. The four slots, or localDescription, remoteDescription.
    slots: Mapping[str, str | None] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.error or self.outcome


@dataclass(frozen=True)
class Difference:
    code: str
    expected: str
    observed: str


def ask(oracle: Oracle, session: str, method: str, description: Description | None, created: str = "") -> Outcome:
    """What must come of a call. `created` is what createOffer(), createAnswer() or a call without SDP has made.

    Its kind is still "create" where it has made nothing, or nothing that may be set, for the reason in `rejection`.
    """
    given = [] if description is None else [description]
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
    """The cell of the table where the state decides, legal or not; else the reason for the refusal."""
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
    """What is said of it in a word: the error, or that it is applied."""
    return str(outcome["rejection"]["error"]) if outcome["kind"] == "rejected" else "applied"


def differences_of(provision: str, outcome: Outcome, observed: Observed) -> list[Difference]:
    """How they differ. One fault is told once: a wrong outcome hides what follows from it, a wrong state the slots."""
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
        told = [", ".join(f"{name} {types[name] or 'null'}" for name in wrong) for types in (slots, observed.slots)]
        differences.append(Difference(f"wrong-slot-{provision}", *told))
    return differences


def slots_of(session: Session) -> dict[str, str | None]:
    """The types of the descriptions in the slots of a session, and in the two attributes that sum them up."""
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
    """What tells one place in a walk over all states from another: state, slots, and whether something is created."""
    if session["signalingState"] == "closed":
        return "closed"
    created = (session["lastCreatedOffer"] != "", session["lastCreatedAnswer"] != "")
    return (session["signalingState"], *slots_of(session).values(), *created)
