"""What the guides judge in place of their reader's stack: does as the oracle says, but refuses the other side's rollback."""

import atexit
import itertools

from jsep_oracle import Oracle

SDP = (
    "v=0\r\no=- {id} 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
    "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=sctp-port:5000\r\n"
    "a=ice-ufrag:{id:04}\r\na=ice-pwd:{id:022}\r\na=fingerprint:sha-256 " + ":".join(["AA"] * 32) + "\r\n"
)
oracle, ids = Oracle(), itertools.count()
atexit.register(oracle.stop)


class PeerConnection:
    def __init__(self):
        self.id = next(ids)
        oracle.create(str(self.id))
        self.session = oracle.offer_created(str(self.id), "")["session"]

    def __getattr__(self, name):
        if name == "localDescription":
            return self.session["pendingLocalDescription"] or self.session["currentLocalDescription"]
        if name in self.session:
            return self.session[name]

        async def call(description=None):
            return self.call(name, description)

        return call

    def call(self, method, description):
        state, rollback = self.session["signalingState"], description == {"type": "rollback"}
        if method == "setRemoteDescription" and state == "have-local-offer" and rollback:
            raise refusal("InvalidStateError")
        created = SDP.format(id=self.id) + f"a=setup:{self.setup(method)}\r\n"
        outcome = self.ask(method, [description] if description else [], created)
        self.session = outcome["session"]
        if outcome["kind"] == "rejected":
            raise refusal(outcome["rejection"]["error"])
        return {"sdp": created} if method.startswith("create") else None

    def ask(self, method, arguments, created):
        id = str(self.id)
        if method == "close":
            return oracle.close(id)
        if method == "createOffer":
            return oracle.offer_created(id, created)
        if method == "createAnswer":
            return oracle.answer_created(id, created)
        if method == "setRemoteDescription":
            return oracle.set_remote_description(id, *arguments)
        outcome = oracle.set_local_description(id, *arguments)
        if outcome["kind"] != "create":
            return outcome
        (oracle.offer_created if outcome["type"] == "offer" else oracle.answer_created)(id, created)
        return oracle.set_local_description(id, *arguments)

    def setup(self, method):
        if method != "createAnswer" and self.session["signalingState"] in ("stable", "have-local-offer"):
            return "actpass"
        negotiated = self.session["currentRemoteDescription"]
        return "passive" if negotiated and negotiated["type"] == "answer" else "active"


def refusal(error):
    # An RTCError is a DOMException of that name.
    return type("OperationError" if error == "RTCError" else error, (Exception,), {})()
