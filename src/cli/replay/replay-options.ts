import type { OracleOptions } from "../../oracle/oracle.ts";
import { knownDeviationsFrom } from "../../oracle/verdict/known-deviation.ts";
import { failure, type Result, success } from "../../result.ts";
import type { ProfileName } from "../../signaling/profile.ts";
import { parseJson } from "../../trace/json.ts";
import { displayName, readInput } from "../input.ts";
import { checkMaxSize, type ReadingLimits } from "../reading-limits.ts";
import { unusableTolerance } from "../tolerated-rules.ts";

/** The options of `replay`. Limits that are missing have their default. */
export interface ReplayOptions extends Partial<ReadingLimits> {
  /** Print one line of JSON for each file? */
  readonly json: boolean;
  /** Print one line of JSON for each connection? */
  readonly ndjson?: boolean | undefined;
  /** The file that the page is written to; left out: no page. */
  readonly html?: string | undefined;
  readonly profile: ProfileName;
  /** Print only what went wrong, and its context? */
  readonly problems?: boolean | undefined;
  /** The ids of the connections that are printed; left out or empty: all. */
  readonly connection?: readonly string[] | undefined;
  /** The SDP rules that only warn. */
  readonly tolerate?: readonly string[] | undefined;
  /** The file of the known deviations. */
  readonly known?: string | undefined;
  /** The file that holds the names of more dumps. */
  readonly filesFrom?: string | undefined;
}

/** What the dumps are judged by; where an option is unusable, a line that says why. */
export async function judgedBy({ profile, tolerate = [], known }: ReplayOptions): Promise<Result<OracleOptions>> {
  const refused = unusableTolerance(tolerate);
  if (refused !== null) return failure(refused);
  if (known === undefined) return success({ profile, tolerate });
  const text = await readInput(known, checkMaxSize);
  const declared = text.ok ? knownDeviationsFrom(parseJson(text.value) ?? null) : text;
  if (!declared.ok) return failure(`${displayName(known)}: ${declared.reason}`);
  return success({ profile, tolerate, knownDeviations: declared.value });
}
