import { failure, type Result, success } from "../../result.ts";
import { type CheckContext, checkSdp } from "../../sdp/check-sdp.ts";
import { sides } from "../../signaling/transition-table.ts";
import type { Request } from "./request.ts";
import type { Sessions } from "./sessions.ts";

const types = ["offer", "pranswer", "answer"];

/** `check`: what is wrong with an SDP. A session that is named is the one that the description would be set on. */
export function checkRequest(sessions: Sessions, request: Request): Result<object> {
  const { sdp, type, side, session: name, tolerate, rtcpMuxPolicy, maxSdpLength } = request;
  if (typeof sdp !== "string") return failure("sdp must be a string");
  if (type !== undefined && !types.some((known) => known === type))
    return failure(`type must be ${types.join(" or ")}`);
  if (side !== undefined && !sides.some((known) => known === side))
    return failure(`side must be ${sides.join(" or ")}`);
  const session = name === undefined ? success(undefined) : sessions.session(name);
  if (!session.ok) return session;
  const context = { type, side, session: session.value, tolerate, rtcpMuxPolicy, maxSdpLength } as CheckContext;
  try {
    return success({ findings: checkSdp(sdp, context) });
  } catch (error) {
    return failure((error as TypeError).message);
  }
}
