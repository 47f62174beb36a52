import type { Observation } from "../../oracle/evidence/observation.ts";
import { failure, type Result, success } from "../../result.ts";
import type { Request } from "./request.ts";
import type { Sessions } from "./sessions.ts";

/**
 * `judge`: compares what a stack did with a call with what the session requires. The session then is where the stack really
 * is. The observation has the members of `judge` of jsep-machine/oracle.
 */
export function judgeRequest(sessions: Sessions, request: Request): Result<object> {
  const { call, observed, brief } = request;
  if (typeof observed !== "object" || observed === null) return failure("observed must be an object");
  const argument = "description" in request ? { description: request.description } : {};
  const judged = sessions.judge(request.session, { ...observed, ...argument, call } as Observation);
  if (!judged.ok) return judged;
  const { conforms, differences, oracle } = judged.value;
  const { differences: _, ...step } = judged.value.step;
  return success({ conforms, differences, step, ...(brief === true ? {} : { session: oracle.session }) });
}
