// What is done between a negotiation and the offer that follows it.

type Negotiate = (offerer: RTCPeerConnection, answerer: RTCPeerConnection) => Promise<void>;
type Change = (offerer: RTCPeerConnection, answerer: RTCPeerConnection, negotiate: Negotiate) => void | Promise<void>;

function stop(pc: RTCPeerConnection, index: number): void {
  pc.getTransceivers()[index]?.stop();
}

/** Changes at the end that makes the next offer. */
export const changes = {
  "ICE restart": (offerer) => offerer.restartIce(),
  "first section stopped, negotiated, audio added": async (offerer, answerer, negotiate) => {
    stop(offerer, 0);
    await negotiate(offerer, answerer);
    offerer.addTransceiver("audio");
  },
  "first section stopped": (offerer) => stop(offerer, 0),
  "second section stopped": (offerer) => stop(offerer, 1),
  "second section stopped, negotiated": async (offerer, answerer, negotiate) => {
    stop(offerer, 1);
    await negotiate(offerer, answerer);
  },
} as const satisfies Readonly<Record<string, Change>>;

export type ChangeName = keyof typeof changes;
