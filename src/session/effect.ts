import type { SignalingState } from "../signaling/transition-table.ts";

/**
 * What a stack has to do after a description was applied, in this order.
 *
 * @see https://w3c.github.io/webrtc-pc/#set-description
 */
export type Effect =
  | { readonly type: "release-early-candidates" }
  | { readonly type: "update-negotiation-needed" }
  | { readonly type: "signalingstatechange"; readonly signalingState: SignalingState };

/** No effects. */
export const noEffects: readonly [] = /* @__PURE__ */ Object.freeze([]);
