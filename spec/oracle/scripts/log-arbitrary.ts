// Any log at all, likely or not.
import fc from "fast-check";
import { type ProfileName, signalingStates } from "../../../src/entries/index.ts";
import type { TraceEvent } from "../../../src/oracle/evidence/trace-event.ts";

const names = ["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "close"] as const;
const someSdp = fc.constantFrom("", "O1", "O2", "v=0\r\n", "v=0\r\na=ice-pwd:x\r\n");
const someType = fc.constantFrom("offer", "pranswer", "answer", "rollback", "", "constructor");
const loggedDescription = fc.record({ type: someType, sdp: someSdp }, { requiredKeys: [] });
const time = fc.double({ min: 0, max: 1e13, noNaN: true });

const anyCall = fc.record<TraceEvent & { kind: "call" }>({
  kind: fc.constant("call"),
  time,
  call: fc.constantFrom(...names),
  description: fc.oneof(
    { weight: 4, arbitrary: loggedDescription },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  ),
});
const anySettlement = fc.record<TraceEvent & { kind: "settled" }>({
  kind: fc.constant("settled"),
  time,
  call: fc.constantFrom(...names),
  outcome: fc.constantFrom("applied", "rejected"),
  message: fc.option(fc.string()),
  description: fc.option(fc.record({ type: someType, sdp: someSdp })),
});
const anyState = fc.record<TraceEvent & { kind: "state" }>({
  kind: fc.constant("state"),
  time,
  signalingState: fc.constantFrom(...signalingStates),
});
/** Any log of one connection. */
export const anyLog = fc.array(fc.oneof(anyCall, anySettlement, anyState), { maxLength: 60 });

/** Any built-in profile. */
export const anyProfile = fc.constantFrom<ProfileName>("webrtc-pc", "rfc9429", "legacy");
