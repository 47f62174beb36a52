import type { Any, Exploration } from "../exploration.ts";
import { bounds, call, server, twoPeers } from "./peerjs.ts";

/**
 * Loads the library in a host as those of its time: STUN servers have a `url`, streams are added whole, and the names of
 * classes have prefixes.
 */
function loadedInItsTime(library: Any): Any {
  const host = globalThis as Any;
  const { RTCPeerConnection, RTCSessionDescription, RTCIceCandidate } = host;
  class PeerConnectionOf2015 extends RTCPeerConnection {
    constructor() {
      super({ iceServers: [] });
      this.addEventListener("track", ({ streams: [stream] }: Any) => this.onaddstream?.({ stream }));
    }
    addStream(stream: Any): void {
      for (const track of stream.getTracks()) this.addTrack(track, stream);
    }
  }
  const classes = { RTCPeerConnection: PeerConnectionOf2015, webkitRTCPeerConnection: PeerConnectionOf2015 };
  const silent = { open: () => undefined, send: () => undefined, abort: () => undefined };
  // Signaling comes by WebSocket alone.
  host.XMLHttpRequest = function XMLHttpRequest() {
    return { ...silent };
  };
  if ("document" in host) {
    Object.assign(host, classes);
    library();
    return host.Peer;
  }
  const window: Any = { ...classes, RTCSessionDescription, RTCIceCandidate };
  host.window = window;
  try {
    library();
  } finally {
    delete host.window;
  }
  return window.Peer;
}

const common = {
  ...{ package: "peerjs-0.3.14", entry: "dist/peer.js", script: null, code: twoPeers(loadedInItsTime) },
  links: [
    { title: "peerjs 428", url: "https://github.com/peers/peerjs/issues/428" },
    { title: "286", url: "https://github.com/peers/peerjs/issues/286" },
    { title: "269", url: "https://github.com/peers/peerjs/issues/269" },
  ],
} as const;
const options = { actions: [{ peer: "a", do: call, name: "call" }], bounds } as const;

export const peerJsOf2015: readonly Exploration[] = [
  {
    ...{ ...common, name: "peerjs-0.3.14-call" },
    setting: `Side a calls side b, which answers at once, by the text of webrtc-pc that held before its change 2405. ${server}`,
    options: { ...options, revision: "before #2405" },
    expected: "no-invalid-state-error",
    finding:
      "The side that is called adds its stream before it sets the offer, and makes an offer of its own whenever " +
      "negotiationneeded fires: the event came while the offer was being set. Version 0.3.16 no longer listens to it. Today's " +
      "text fires the event once the operations under way are done, and browsers do so: there, the old version works.",
  },
  {
    ...{ ...common, name: "peerjs-0.3.14-call-today" },
    setting: `The same, by today's text. ${server}`,
    options,
    ...{ expected: null, finding: null },
  },
];
