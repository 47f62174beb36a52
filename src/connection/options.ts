import { failure, type Result, success } from "../result.ts";
import type { Capabilities } from "../sdp/create/capabilities.ts";
import type { BundlePolicy } from "../sdp/create/input.ts";
import { keepCapabilities } from "../sdp/create/kept-capabilities.ts";
import { unknownOption } from "../sdp/options.ts";
import { type ResolvedOptions, resolveOptions, type SessionOptions } from "../session/options.ts";
import { type Revision, type RevisionName, resolveRevision, revisions, today } from "./revision.ts";

/** What a connection is created with: the session's options, and these. Everything has a default. */
export interface ConnectionOptions extends SessionOptions {
  /** The text of webrtc-pc that holds, by its name, or a revision of your own, which is copied. Default "today". */
  readonly revision?: RevisionName | Revision | undefined;
  /** Default "balanced". */
  readonly bundlePolicy?: BundlePolicy | undefined;
  /** The size of the ICE candidate pool, 0 to 255. Default 0. */
  readonly iceCandidatePoolSize?: number | undefined;
  /** The certificates by names of the caller's choice; setConfiguration() compares them. Default none. */
  readonly certificates?: readonly string[] | undefined;
  /** How many encodings a sender can send at once. Default 3. */
  readonly maxSendEncodings?: number | undefined;
  /** What setCodecPreferences() compares with. Default null, where it takes every codec. */
  readonly capabilities?: Capabilities | null | undefined;
}

/** What setConfiguration() compares. @see https://w3c.github.io/webrtc-pc/#rtcconfiguration-dictionary */
export interface Configuration {
  readonly bundlePolicy: BundlePolicy;
  readonly rtcpMuxPolicy: "require" | "negotiate";
  readonly iceCandidatePoolSize: number;
  readonly certificates: readonly string[];
}

/** The options with every default filled in. */
export interface ResolvedConnectionOptions {
  readonly revision: Revision;
  readonly maxSendEncodings: number;
  readonly capabilities: Capabilities | null;
  /** Are the descriptions read for their m= sections? Not where only the signaling is followed. */
  readonly readsMedia: boolean;
}

/** The options of a connection that was created without any. */
export const defaultConnectionOptions: ResolvedConnectionOptions = /* @__PURE__ */ Object.freeze({
  revision: today,
  maxSendEncodings: 3,
  capabilities: null,
  readsMedia: true,
});

const namesOfConnectionOptions = [
  ...["profile", "sdp", "rtcpMuxPolicy", "maxSdpLength", "tolerate"],
  ...["revision", "bundlePolicy", "iceCandidatePoolSize", "certificates", "maxSendEncodings", "capabilities"],
];

export const bundlePolicies: readonly unknown[] = ["balanced", "max-compat", "max-bundle"];

/** The options of the session, of the connection, and the configuration; where they are unusable, a clause that says why. */
export function resolveConnectionOptions(
  options: unknown,
): Result<{ session: ResolvedOptions; connection: ResolvedConnectionOptions; configuration: Configuration }> {
  if (options !== undefined && (typeof options !== "object" || options === null))
    return failure("the options must be an object");
  const unknown = unknownOption(options ?? {}, namesOfConnectionOptions);
  if (unknown !== null) return failure(unknown);
  const {
    revision = defaultConnectionOptions.revision,
    bundlePolicy = "balanced",
    iceCandidatePoolSize = 0,
    certificates = [],
    maxSendEncodings = defaultConnectionOptions.maxSendEncodings,
    capabilities = defaultConnectionOptions.capabilities,
    ...ofSession
  } = (options ?? {}) as ConnectionOptions;
  const session = resolveOptions(ofSession);
  if (!session.ok) return session;
  const resolved = resolveRevision(revision);
  if (resolved === null)
    return failure(`revision must be ${Object.keys(revisions).map(quoted).join(" or ")}, or a revision`);
  if (!bundlePolicies.includes(bundlePolicy)) return failure(`bundlePolicy must be ${bundlePolicies.join(" or ")}`);
  if (!isOctet(iceCandidatePoolSize)) return failure("iceCandidatePoolSize must be an integer from 0 to 255");
  if (!areStrings(certificates)) return failure("certificates must be an array of strings");
  if (!Number.isSafeInteger(maxSendEncodings) || maxSendEncodings < 1)
    return failure("maxSendEncodings must be a positive integer");
  if (!isCapabilities(capabilities))
    return failure("capabilities must have the codecs of audio and of video, or be null");
  return success({
    session: session.value,
    connection: Object.freeze({
      ...defaultConnectionOptions,
      revision: resolved,
      maxSendEncodings,
      capabilities: capabilities === null ? null : keepCapabilities(capabilities),
    }),
    configuration: Object.freeze({
      bundlePolicy,
      rtcpMuxPolicy: session.value.rtcpMuxPolicy,
      iceCandidatePoolSize,
      certificates: Object.freeze([...certificates]),
    }),
  });
}

/** Whether it is an integer of 8 bits. */
export function isOctet(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255;
}

/** Whether it is an array of strings. */
export function areStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}

function isCapabilities(value: Capabilities | null): boolean {
  if (value === null) return true;
  return [value.audio, value.video].every((kind) => Array.isArray(kind?.codecs));
}

function quoted(name: string): string {
  return `"${name}"`;
}
