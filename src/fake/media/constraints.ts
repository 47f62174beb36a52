import type { MediaKind } from "../../sdp/create/capabilities.ts";
import { isObjectType } from "../web-idl/convert.ts";

/** A value that a setting has. */
export type SettingValue = string | number | boolean;

/** MediaTrackSettings. */
export type TrackSettings = Readonly<Record<string, SettingValue>>;

/** MediaTrackConstraints, as they were passed. */
export type TrackConstraints = Readonly<Record<string, unknown>>;

/** MediaTrackCapabilities: a range, or the values there are. */
export type TrackCapabilities = Readonly<Record<string, CapabilityRange | readonly SettingValue[] | string>>;

interface CapabilityRange {
  readonly min: number;
  readonly max: number;
}

/** What each kind of track starts from. */
const defaults: Readonly<Record<MediaKind, TrackSettings>> = {
  audio: {
    sampleRate: 48000,
    sampleSize: 16,
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    latency: 0.01,
  },
  video: { width: 640, height: 480, frameRate: 30, aspectRatio: 640 / 480, facingMode: "user", resizeMode: "none" },
};

/** What the devices of a world can do. */
export const deviceCapabilities: Readonly<Record<MediaKind, TrackCapabilities>> = {
  audio: {
    sampleRate: { min: 8000, max: 48000 },
    sampleSize: { min: 16, max: 16 },
    channelCount: { min: 1, max: 2 },
    latency: { min: 0.01, max: 0.01 },
    echoCancellation: [true, false],
    noiseSuppression: [true, false],
    autoGainControl: [true, false],
  },
  video: {
    width: { min: 1, max: 1920 },
    height: { min: 1, max: 1080 },
    frameRate: { min: 1, max: 60 },
    aspectRatio: { min: 1 / 1080, max: 1920 },
    facingMode: ["user"],
    resizeMode: ["none", "crop-and-scale"],
  },
};

/** The constrainable properties, as getSupportedConstraints() has them. */
export const supportedConstraints: readonly string[] = [
  ...new Set([
    ...Object.keys(deviceCapabilities.audio),
    ...Object.keys(deviceCapabilities.video),
    "deviceId",
    "groupId",
  ]),
].sort();

/**
 * The settings that come closest to the constraints; the name of the first constraint that cannot be satisfied, where it
 * must be.
 *
 * @see https://w3c.github.io/mediacapture-main/#dfn-selectsettings
 */
export function selectSettings(
  kind: MediaKind,
  capabilities: TrackCapabilities,
  constraints: TrackConstraints,
): { readonly settings: TrackSettings } | { readonly constraint: string } {
  const settings: Record<string, SettingValue> = { ...defaults[kind] };
  for (const [name, capability] of Object.entries(capabilities)) {
    if (typeof capability === "string") settings[name] = capability;
    const wanted = constraints[name];
    if (wanted === undefined || wanted === null) continue;
    const selected = select(capability, wanted, settings[name]);
    if (selected === null) return { constraint: name };
    settings[name] = selected;
  }
  if (kind === "video") settings.aspectRatio = (settings.width as number) / (settings.height as number);
  return { settings };
}

// A constraint that is a value alone is an ideal one.
function select(
  capability: TrackCapabilities[string],
  wanted: unknown,
  byDefault: SettingValue | undefined,
): SettingValue | null {
  const { exact, ideal, min, max } = (
    isObjectType(wanted) && !Array.isArray(wanted) ? wanted : { ideal: wanted }
  ) as WantedValue;
  if (isRange(capability)) {
    const least = Math.max(capability.min, numberOr(exact ?? min, capability.min));
    const most = Math.min(capability.max, numberOr(exact ?? max, capability.max));
    if (least > most) return null;
    return Math.min(Math.max(numberOr(exact ?? ideal, byDefault as number), least), most);
  }
  const values = typeof capability === "string" ? [capability] : capability;
  const among = (list: unknown) =>
    values.find((value) => (Array.isArray(list) ? list.includes(value) : list === value));
  if (exact !== undefined) return among(exact) ?? null;
  return among(ideal) ?? byDefault ?? (values[0] as SettingValue);
}

interface WantedValue {
  readonly exact?: unknown;
  readonly ideal?: unknown;
  readonly min?: unknown;
  readonly max?: unknown;
}

function isRange(capability: TrackCapabilities[string]): capability is CapabilityRange {
  return typeof capability === "object" && "min" in capability;
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}
