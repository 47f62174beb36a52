import { createRequire } from "node:module";
import { type Implementation, interfacesOf, titleOf } from "./implementation.ts";

interface Source {
  createTrack(): unknown;
}

const require = createRequire(import.meta.url);
const wrtc = require("@roamhq/wrtc") as Readonly<Record<string, unknown>> & {
  readonly nonstandard: { readonly RTCAudioSource: new () => Source; readonly RTCVideoSource: new () => Source };
};
const { RTCAudioSource, RTCVideoSource } = wrtc.nonstandard;

export const implementation: Implementation = {
  title: titleOf("@roamhq/wrtc"),
  // It throws DOMExceptions of a package.
  globals: { ...interfacesOf(wrtc), DOMException: require("domexception") },
  createTrack: (kind) => (kind === "audio" ? new RTCAudioSource() : new RTCVideoSource()).createTrack(),
};
