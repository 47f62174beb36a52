/**
 * The argument of a set call as plain data that is judged as the argument itself: its members `sdp` and `type`, read
 * in Web IDL's order, as strings.
 */
export function recordedArgument(argument: unknown): unknown {
  if (argument === undefined || argument === null) return undefined;
  if (typeof argument !== "object" && typeof argument !== "function") return String(argument);
  try {
    const { sdp, type } = argument as { readonly sdp?: unknown; readonly type?: unknown };
    return { ...member("sdp", sdp), ...member("type", type) };
  } catch {
    // Web IDL passes on what was thrown: no description is set.
    return { type: "unreadable" };
  }
}

function member(name: "sdp" | "type", value: unknown): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: `${value}` };
}
