import {
  createSession,
  type Outcome,
  offerCreated,
  operationFailed,
  type RejectionCode,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import { sdp, sessionIn } from "./sessions.ts";

/** For each rejection code, a call that is refused for it. */
export const rejectionExamples: Readonly<Record<RejectionCode, () => Outcome>> = {
  "description-missing": () => setRemoteDescription(sessionIn("stable")),
  "description-not-an-object": () => setRemoteDescription(sessionIn("stable"), "v=0"),
  "description-unreadable": () => setRemoteDescription(sessionIn("stable"), unreadable),
  "sdp-not-a-string": () => setRemoteDescription(sessionIn("stable"), { type: "offer", sdp: Symbol("sdp") }),
  "type-missing": () => setRemoteDescription(sessionIn("stable"), { sdp }),
  "type-not-a-string": () => setRemoteDescription(sessionIn("stable"), { type: Symbol("offer"), sdp }),
  "type-unknown": () => setRemoteDescription(sessionIn("stable"), { type: "Offer", sdp }),
  "created-sdp-not-a-string": () => offerCreated(sessionIn("stable"), undefined as unknown as string),
  "connection-closed": () => setRemoteDescription(sessionIn("closed"), { type: "offer", sdp }),
  "local-description-modified": () => setLocalDescription(sessionIn("stable"), { type: "offer", sdp: "munged" }),
  "create-offer-in-wrong-state": () => offerCreated(sessionIn("have-remote-offer"), sdp),
  "create-answer-in-wrong-state": () => setLocalDescription(sessionIn("stable"), { type: "answer" }),
  "offer-in-wrong-state": () => setRemoteDescription(sessionIn("have-local-offer", "rfc9429"), { type: "offer", sdp }),
  "pranswer-in-wrong-state": () => setRemoteDescription(sessionIn("have-remote-offer"), { type: "pranswer", sdp }),
  "answer-in-wrong-state": () => setRemoteDescription(sessionIn("stable"), { type: "answer", sdp }),
  "rollback-in-wrong-state": () => setLocalDescription(sessionIn("stable"), { type: "rollback" }),
  "rollback-from-pranswer": () => setLocalDescription(sessionIn("have-local-pranswer"), { type: "rollback" }),
  "sdp-too-long": () => setRemoteDescription(createSession({ maxSdpLength: 4 }), { type: "offer", sdp }),
  "sdp-syntax-error": () => setRemoteDescription(createSession(), { type: "offer", sdp: "Invalid SDP" }),
  "sdp-not-acceptable": () => setRemoteDescription(createSession(), { type: "offer", sdp: offerWithoutTransport }),
  "operation-failed": () => operationFailed(sessionIn("stable"), "remote", "offer", "out of memory"),
};

const offerWithoutTransport = [
  "v=0",
  "o=- 1 1 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "m=audio 9 UDP/TLS/RTP/SAVPF 0",
  "c=IN IP4 0.0.0.0",
  "a=mid:0",
  "a=rtcp-mux",
  "",
].join("\r\n");

const unreadable = {
  get sdp(): string {
    throw new Error("unreadable");
  },
};
