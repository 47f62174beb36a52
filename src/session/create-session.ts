import { failure, type Result } from "../result.ts";
import { initialSession } from "./initial-session.ts";
import { type ResolvedOptions, resolveOptions, type SessionOptions } from "./options.ts";
import type { Session } from "./session.ts";

/**
 * A session in stable, with no description set and none created.
 *
 * @param options the profile and the other switches; members that are undefined have their default
 * @throws TypeError where the options are unusable: an unknown name, an unknown profile, a bad value
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection
 */
export function createSession(options?: SessionOptions): Session {
  const resolved = readOptions(options);
  if (!resolved.ok) throw new TypeError(`createSession: ${resolved.reason}`);
  return initialSession(resolved.value);
}

// Options that throw when read are unusable like any others.
function readOptions(options: unknown): Result<ResolvedOptions> {
  try {
    return resolveOptions(options);
  } catch {
    return failure("the options cannot be read");
  }
}
