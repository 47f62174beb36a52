import { resolveOptions, type SessionOptions } from "./options.ts";
import { makeSession, type Session } from "./session.ts";

/**
 * A session in stable, with no description set and none created.
 *
 * @param options the profile and the other switches
 * @throws TypeError where the options are unusable (an unknown profile name, a bad switch): a programmer's
 *   mistake, and the only throw of this library
 * @see https://w3c.github.io/webrtc-pc/#dom-peerconnection
 */
export function createSession(options?: SessionOptions): Session {
  const resolved = resolvedOrReason(options);
  if (typeof resolved === "string") throw new TypeError(`createSession: ${resolved}`);
  return makeSession({
    signalingState: "stable",
    pendingLocalDescription: null,
    currentLocalDescription: null,
    pendingRemoteDescription: null,
    currentRemoteDescription: null,
    lastCreatedOffer: "",
    lastCreatedAnswer: "",
    options: resolved,
  });
}

// Options that throw when read are unusable like any others.
function resolvedOrReason(options: unknown): ReturnType<typeof resolveOptions> {
  try {
    return resolveOptions(options);
  } catch {
    return "the options cannot be read";
  }
}
