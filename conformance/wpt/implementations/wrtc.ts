import { createRequire } from "node:module";
import { type Implementation, interfacesOf, titleOf } from "./implementation.ts";

interface Source {
  createTrack(): unknown;
}

const wrtc = createRequire(import.meta.url)("@roamhq/wrtc") as Readonly<Record<string, unknown>> & {
  readonly nonstandard: { readonly RTCAudioSource: new () => Source; readonly RTCVideoSource: new () => Source };
};
const { RTCAudioSource, RTCVideoSource } = wrtc.nonstandard;

export const implementation: Implementation = {
  title: titleOf("@roamhq/wrtc"),
  globals: interfacesOf(wrtc),
  createTrack: (kind) => (kind === "audio" ? new RTCAudioSource() : new RTCVideoSource()).createTrack(),
};
