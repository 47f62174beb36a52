/** The argument of a set call as plain data, judged as the argument itself would be; null where there was none. */
export type RecordedArgument = { readonly type?: string; readonly sdp?: string } | string | null;

/**
 * Records the argument of a set call: of an object the members `sdp` and `type`, read in Web IDL's order, as strings.
 * What is not an object stays none: a string.
 */
export function recordedArgument(argument: unknown): RecordedArgument {
  if (argument === undefined || argument === null) return null;
  if (typeof argument !== "object" && typeof argument !== "function") return String(argument);
  try {
    const { sdp, type } = argument as { readonly sdp?: unknown; readonly type?: unknown };
    return { ...member("sdp", sdp), ...member("type", type) };
  } catch {
    // Web IDL passes on what was thrown: no description is set.
    return { type: "unreadable" };
  }
}

function member(name: "sdp" | "type", value: unknown): { readonly type?: string; readonly sdp?: string } {
  return value === undefined ? {} : { [name]: `${value}` };
}

/** The SDP of an argument; null where the argument has none. */
export function sdpIn(argument: RecordedArgument): string | null {
  return typeof argument === "object" ? (argument?.sdp ?? null) : null;
}

/** The type that an argument names, known or not; null where the argument names none. */
export function typeIn(argument: RecordedArgument): string | null {
  return typeof argument === "object" ? (argument?.type ?? null) : null;
}
