import type { Outcome, Session } from "../../src/entries/index.ts";

type Core = Pick<
  typeof import("../../src/entries/index.ts"),
  "answerCreated" | "offerCreated" | "setLocalDescription" | "setRemoteDescription"
>;

/** Sets a description; a local one counts as created by the stack itself. */
export function made(
  core: Core,
  session: Session,
  { side, type, sdp }: { readonly side: "local" | "remote"; readonly type: string; readonly sdp: string },
): Outcome {
  const description = { type, sdp };
  if (side === "remote") return core.setRemoteDescription(session, description);
  const created = type === "offer" ? core.offerCreated(session, sdp) : core.answerCreated(session, sdp);
  return core.setLocalDescription(type === "rollback" ? session : created.session, description);
}
