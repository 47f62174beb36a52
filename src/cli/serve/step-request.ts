import { failure, type Result, success } from "../../result.ts";
import type { Connections } from "./connections.ts";
import type { Request } from "./request.ts";

/** `step`: what an input does to a connection. An input that does not fit is ignored, as by `step` of the library. */
export function stepRequest(connections: Connections, { connection: name, input, brief }: Request): Result<object> {
  if (typeof input !== "object" || input === null) return failure("input must be an object");
  const stepped = connections.step(name, input);
  if (!stepped.ok) return stepped;
  const { effects, connection } = stepped.value;
  return success({ effects, ...(brief === true ? {} : { connection }) });
}
