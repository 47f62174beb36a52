"""Judges aiortc in every signaling state that it reaches while it conforms, with `jsep-machine serve` as the oracle.

    python3 judge_aiortc.py [--json]

Exit status: 0 no deviation was found, 1 a deviation was found, 2 the oracle is missing.
"""

from __future__ import annotations

import asyncio
import inspect
import sys
from collections.abc import Callable
from typing import Any

import aiortc
from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription

from jsep_oracle import Description, OracleEnded
from jsep_walk import NotOffered, Stack, judge


class AiortcPeer:
    def __init__(self) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.connection.addTransceiver("audio")
        self.connection.createDataChannel("data")

    async def call(self, method: str, description: Description | None) -> str:
        arguments = []
        if description is not None:
            # A rollback has no SDP, but aiortc requires the member.
            given = {"sdp": "", **description} if description.get("type") == "rollback" else description
            arguments = [bound(RTCSessionDescription, **given)()]
        created = await bound(getattr(self.connection, method), *arguments)()
        return created.sdp if created else ""

    def state(self) -> str:
        return str(self.connection.signalingState)

    def slots(self) -> dict[str, Description | None]:
        return {}  # aiortc shows neither pending nor current descriptions


def bound(function: Callable[..., Any], *arguments: Any, **named: Any) -> Callable[[], Any]:
    """Binds the arguments to the function. Raises NotOffered if the function does not take them."""
    try:
        inspect.signature(function).bind(*arguments, **named)
    except TypeError as error:
        raise NotOffered from error
    return lambda: function(*arguments, **named)


AIORTC = Stack("aiortc", aiortc.__version__, AiortcPeer, ["InvalidStateError", "InvalidAccessError", "OperationError"])


async def main() -> int:
    # Connections that are closed at once fail to connect: those errors say nothing about signaling.
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    return await judge(AIORTC, as_json="--json" in sys.argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except OracleEnded as error:
        print(f"judge_aiortc: {error}", file=sys.stderr)
        sys.exit(2)
