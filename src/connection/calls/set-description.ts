import { success } from "../../result.ts";
import { toDescriptionInit } from "../../session/description-init.ts";
import { refuse } from "../../session/rejection/refuse.ts";
import type { Side } from "../../signaling/transition-table.ts";
import { isClosed } from "../draft.ts";
import { chain } from "../operations/chain.ts";
import { rejectCall } from "../rejection/call-rejection.ts";
import type { ReadCall } from "./arguments/arguments.ts";

/** setLocalDescription(). @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setlocaldescription */
export const callSetLocalDescription: ReadCall = ({ description }) => setDescription("local", description);

/** setRemoteDescription(). @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-setremotedescription */
export const callSetRemoteDescription: ReadCall = ({ description }) => setDescription("remote", description);

// The session has codes of its own for what Web IDL refuses, so nothing is unusable here.
function setDescription(side: Side, description: unknown): ReturnType<ReadCall> {
  const init = toDescriptionInit(side, description);
  const kind = side === "local" ? "setLocalDescription" : "setRemoteDescription";
  return success((draft, call) => {
    if (!init.ok) {
      const { code, reason } = init.reason;
      return rejectCall(draft, call, refuse(draft.session, { side, type: null }, code, reason));
    }
    if (side === "local" && !draft.localDescriptionCalled && !isClosed(draft)) draft.localDescriptionCalled = true;
    chain(draft, call, { kind, init: Object.freeze({ ...init.value }) });
  });
}
