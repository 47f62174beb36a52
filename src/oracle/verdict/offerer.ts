import type { Session } from "../../session/session.ts";
import type { Side } from "../../signaling/transition-table.ts";

/** The side that made the pending offer. */
export function offererIn(session: Session): Side {
  return session.pendingLocalDescription?.type === "offer" ? "local" : "remote";
}
