import { failure, type Result, success } from "../../result.ts";
import { unknownOption } from "../../sdp/options.ts";

/** What a world is created with. */
export interface WorldOptions {
  /** Whether timers wait for the host's time, or for `advance()`. Default "real". */
  readonly clock?: "real" | "virtual" | undefined;
  /** An integer, from which everything comes that looks random. Default 1. */
  readonly seed?: number | undefined;
  /**
   * What becomes of a local description that the application has changed since it was created. webrtc-pc refuses it;
   * browsers accept it, and the rules of SDP judge it all the same. Default "refuse".
   */
  readonly mungedSdp?: "refuse" | "accept" | undefined;
}

/** The options with their defaults; where they are unusable, a clause that says why. */
export function resolveWorldOptions(
  options: unknown,
): Result<Required<{ [Key in keyof WorldOptions]: NonNullable<WorldOptions[Key]> }>> {
  if (options !== undefined && (typeof options !== "object" || options === null))
    return failure("the options must be an object");
  const unknown = unknownOption(options ?? {}, ["clock", "seed", "mungedSdp"]);
  if (unknown !== null) return failure(unknown);
  const { clock = "real", seed = 1, mungedSdp = "refuse" } = (options ?? {}) as WorldOptions;
  if (clock !== "real" && clock !== "virtual") return failure('clock must be "real" or "virtual"');
  if (!Number.isSafeInteger(seed)) return failure("seed must be an integer");
  if (mungedSdp !== "refuse" && mungedSdp !== "accept") return failure('mungedSdp must be "refuse" or "accept"');
  return success({ clock, seed, mungedSdp });
}
