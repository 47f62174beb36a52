// What the two ends are set up with before anything is offered.
import { twoBundles, withoutMids, withTlsId } from "./hand-made.ts";

/** A browser's own descriptions, or offers written by hand, to be negotiated one after the other. */
export type Base = { readonly prepare: (pc: RTCPeerConnection) => void } | { readonly offers: readonly string[] };

const twoEncodings = [{ rid: "a" }, { rid: "b" }];

/** The descriptions that are edited. */
export const bases = {
  audio: {
    prepare: (pc) => {
      pc.addTransceiver("audio");
    },
  },
  "audio, only sent": {
    prepare: (pc) => {
      pc.addTransceiver("audio", { direction: "sendonly" });
    },
  },
  "two audio sections": {
    prepare: (pc) => {
      pc.addTransceiver("audio");
      pc.addTransceiver("audio");
    },
  },
  "audio, video and data": {
    prepare: (pc) => {
      pc.addTransceiver("audio");
      pc.addTransceiver("video");
      pc.createDataChannel("data");
    },
  },
  "simulcast video": {
    prepare: (pc) => {
      pc.addTransceiver("video", { direction: "sendonly", sendEncodings: twoEncodings });
    },
  },
  "hand-made, two BUNDLE groups": { offers: twoBundles },
  "hand-made, with tls-id": { offers: withTlsId },
  "hand-made, without mids": { offers: withoutMids },
} as const satisfies Readonly<Record<string, Base>>;

export type BaseName = keyof typeof bases;
