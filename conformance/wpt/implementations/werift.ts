import * as werift from "werift";
import { type Implementation, interfacesOf, titleOf } from "./implementation.ts";

// Without servers werift asks a public one; for IPv6 it asks no server.
class RTCPeerConnection extends werift.RTCPeerConnection {
  constructor(configuration: object = {}) {
    super({ iceServers: [], iceUseIpv4: false, ...configuration });
  }
}

export const implementation: Implementation = {
  title: titleOf("werift"),
  globals: { ...interfacesOf({ ...werift }), RTCPeerConnection },
  createTrack: (kind) => new werift.MediaStreamTrack({ kind }),
};
