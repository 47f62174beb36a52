"""Runs the vectors of connections on aiortc, as far as its API allows.

    python3 vectors_aiortc.py node_modules/jsep-machine/vectors
"""

from __future__ import annotations

import asyncio
import logging
import pathlib
import sys
from typing import Any

from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack

from jsep_calls import LeftOut, NotCalled, difference_of, report
from run_vectors import cases_in


class AiortcPeer:
    def __init__(self) -> None:
        self.connection = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.tracks: dict[str, Any] = {}

    async def call(self, call: dict[str, Any]) -> None:
        method = getattr(self, f"call_{call['method']}", None)
        if method is None:
            raise NotCalled(f"no {call['method']}()")
        await method(call)

    async def call_createOffer(self, call: dict[str, Any]) -> None:
        if call.get("options"):
            raise NotCalled("no options of createOffer()")
        await self.connection.createOffer()

    async def call_createAnswer(self, _: dict[str, Any]) -> None:
        await self.connection.createAnswer()

    async def call_setLocalDescription(self, call: dict[str, Any]) -> None:
        given = call.get("description") or {}
        type = given.get("type")
        if type is None and "sdp" in given:
            raise NotCalled("no description without a type")
        if type is None:  # it is created, as the specification says, by the state
            type = "answer" if self.connection.signalingState in ("have-remote-offer", "have-local-pranswer") else "offer"
        if type == "rollback":
            created = RTCSessionDescription(sdp="", type=type)
        elif type == "offer":
            created = await self.connection.createOffer()
        else:
            created = await self.connection.createAnswer()
            created.type = type
        await self.connection.setLocalDescription(created)

    async def call_setRemoteDescription(self, call: dict[str, Any]) -> None:
        given = call.get("description")
        if not isinstance(given, dict) or "type" not in given:
            raise NotCalled("no description without a type")
        await self.connection.setRemoteDescription(RTCSessionDescription(sdp=given.get("sdp", ""), type=given["type"]))

    async def call_addTransceiver(self, call: dict[str, Any]) -> None:
        init = call.get("init") or {}
        if "sendEncodings" in init:
            raise NotCalled("no sendEncodings")
        self.connection.addTransceiver(call["trackOrKind"], direction=init.get("direction", "sendrecv"))

    async def call_addTrack(self, call: dict[str, Any]) -> None:
        given = call.get("track")
        if given is None:
            raise NotCalled("no addTrack() without a track")
        if given["id"] not in self.tracks:
            self.tracks[given["id"]] = AudioStreamTrack() if given["kind"] == "audio" else VideoStreamTrack()
        self.connection.addTrack(self.tracks[given["id"]])

    async def call_addIceCandidate(self, _: dict[str, Any]) -> None:
        raise NotCalled("no candidate without an address")

    async def call_setCodecPreferences(self, _: dict[str, Any]) -> None:
        raise NotCalled("setCodecPreferences() is not translated")

    async def call_replaceTrack(self, call: dict[str, Any]) -> None:
        given = call["track"]
        track = given and (AudioStreamTrack() if given["kind"] == "audio" else VideoStreamTrack())
        self.connection.getTransceivers()[call["transceiver"]].sender.replaceTrack(track)

    async def call_setDirection(self, call: dict[str, Any]) -> None:
        self.connection.getTransceivers()[call["transceiver"]].direction = call["direction"]

    async def call_stop(self, call: dict[str, Any]) -> None:
        await self.connection.getTransceivers()[call["transceiver"]].stop()

    async def call_createDataChannel(self, call: dict[str, Any]) -> None:
        self.connection.createDataChannel(call["label"], **(call.get("init") or {}))

    async def call_close(self, _: dict[str, Any]) -> None:
        await self.connection.close()

    def state(self) -> str:
        return str(self.connection.signalingState)

    def transceivers(self) -> list[dict[str, Any]]:
        names = ("kind", "mid", "direction", "currentDirection")
        return [{name: getattr(one, name) for name in names} for one in self.connection.getTransceivers()]

    def error_name(self, error: BaseException) -> str:
        return type(error).__name__

    async def close(self) -> None:
        await self.connection.close()


async def results(folder: pathlib.Path) -> list[tuple[str, str, str]]:
    # Connections that are closed at once fail to connect: those errors say nothing about signaling.
    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    logging.disable()
    all: list[tuple[str, str, str]] = []
    for case in cases_in(folder):
        try:
            difference = await difference_of(case, AiortcPeer())
            all.append((case["id"], "differs" if difference else "passes", difference or ""))
        except LeftOut as reason:
            all.append((case["id"], "left out", str(reason)))
        except NotCalled as reason:
            all.append((case["id"], "left out", f"not called: {reason}"))
    return all


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: vectors_aiortc.py FOLDER, that of the vectors")
    sys.exit(report(asyncio.run(results(pathlib.Path(sys.argv[1])))))
