"""Runs the vectors of connections: inputs and the effects that each must have, in order.

    python3 run_vectors.py node_modules/jsep-machine/vectors

It needs nothing but the folder of the vectors. Here the machine under test is the oracle's own `step`; put yours in the
place of `OracleMachine`, whose methods say what it takes.
"""

from __future__ import annotations

import json
import pathlib
import sys
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from jsep_oracle import Oracle, OracleEnded


class Machine(Protocol):
    """A connection under test."""

    def step(self, input: dict[str, Any]) -> list[dict[str, Any]]:
        """Gives it an input and returns its effects, in order."""

    def seen(self) -> dict[str, Any]:
        """Returns what `after` has: signalingState, negotiationNeeded, the four slots, and the transceivers."""


class OracleMachine:
    """The connection of `jsep-machine serve`."""

    def __init__(self, oracle: Oracle, name: str, options: dict[str, Any]) -> None:
        self._oracle, self._name = oracle, name
        oracle.create_connection(name, **options)

    def step(self, input: dict[str, Any]) -> list[dict[str, Any]]:
        return self._oracle.step(self._name, input, brief=True)["effects"]

    def seen(self) -> dict[str, Any]:
        connection = self._oracle.step(self._name, {})["connection"]  # an input that does not fit changes nothing
        session = connection["session"]
        slots = {name: session[name] for name in session if name.endswith("Description")}
        transceivers = [transceiver_seen(one) for one in items(connection["transceivers"])]
        state = {"signalingState": session["signalingState"], "negotiationNeeded": connection["negotiationNeeded"]}
        return {**state, **slots, "transceivers": transceivers}

    def drop(self) -> None:
        self._oracle.drop_connection(self._name)


def items(list_: dict[str, Any]) -> list[Any]:
    """Returns the items of a list, which is a tree of arrays."""
    nodes: list[Any] = list_["root"]
    for _ in range(list_["height"]):
        nodes = [node for nodes_below in nodes for node in nodes_below]
    return nodes


def transceiver_seen(transceiver: dict[str, Any]) -> dict[str, Any]:
    names = ("id", "kind", "mid", "direction", "currentDirection", "stopped")
    sender = transceiver["sender"]
    rids = [encoding["rid"] for encoding in sender["sendEncodings"]]
    return {**{name: transceiver[name] for name in names}, "track": sender["track"], "rids": rids}


def cases_in(folder: pathlib.Path) -> Iterator[dict[str, Any]]:
    """Yields the cases, their texts and references written out."""
    file = json.loads((folder / "connection.json").read_text(encoding="utf-8"))
    if file["version"] != 2:
        raise SystemExit(f"the vectors are of version {file['version']}, not 2")
    for case in file["cases"]:
        yield written_out(case, file["sdp"], file["references"])


def written_out(value: Any, texts: dict[str, str], references: dict[str, Any]) -> Any:
    if isinstance(value, list):
        return [written_out(item, texts, references) for item in value]
    if not isinstance(value, dict):
        return value
    if "from" in value:
        return texts[value["from"]]
    if isinstance(value.get("reference"), str):
        value = {**value, "reference": references[value["reference"]]}
    return {key: written_out(member, texts, references) for key, member in value.items()}


def failure_of(case: dict[str, Any], new_machine: Callable[[str], Machine]) -> str | None:
    """Returns what is wrong with a case, or None."""
    machines = {name: new_machine(name) for name in case["after"]}
    states = dict.fromkeys(machines, "stable")
    try:
        for number, step in enumerate(case["steps"], 1):
            peer = step.get("peer", "a")
            effects = machines[peer].step(step["input"])
            if not agree(step["effects"], effects):
                return f"step {number}: expected {step['effects']}, found {effects}"
            if "signalingState" in step:
                states[peer] = step["signalingState"]
                if machines[peer].seen()["signalingState"] != states[peer]:
                    return f"step {number}: the state is not {states[peer]}"
        for name, machine in machines.items():
            if machine.seen() != case["after"][name]:
                return f"{name} at the end: expected {case['after'][name]}, found {machine.seen()}"
        return None
    finally:
        for machine in machines.values():
            if isinstance(machine, OracleMachine):
                machine.drop()


def agree(expected: list[dict[str, Any]], found: list[dict[str, Any]]) -> bool:
    """Compares effects. Of a rejection the vectors have no message: only what they mention is compared."""
    if len(expected) != len(found):
        return False
    for one, other in zip(expected, found):
        if "rejection" in one and "rejection" in other:
            mentioned = {key: other["rejection"].get(key) for key in one["rejection"]}
            other = {**other, "rejection": mentioned}
        if one != other:
            return False
    return True


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: run_vectors.py FOLDER, that of the vectors", file=sys.stderr)
        return 2
    count = failures = 0
    try:
        with Oracle() as oracle:
            for case in cases_in(pathlib.Path(sys.argv[1])):
                options = case["options"]
                failure = failure_of(case, lambda name: OracleMachine(oracle, name, options))
                count += 1
                if failure is not None:
                    failures += 1
                    print(f"{case['id']}: {failure}")
    except (OracleEnded, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    print(f"{failures} of {count} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
