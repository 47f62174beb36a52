import * as werift from "werift";
import { RTCPeerConnection } from "../../../examples/werift/peer-connection.ts";
import { MediaStream, MediaStreamTrack } from "../../../examples/werift/streams.ts";
import { RTCRtpReceiver, RTCRtpSender, RTCRtpTransceiver } from "../../../examples/werift/transceiver.ts";
import { type Implementation, interfacesOf, titleOf } from "./implementation.ts";

/** The peer connection of examples/werift/, with what else a page has of WebRTC's interfaces. */
export const implementation: Implementation = {
  title: `${titleOf("werift")} under jsep-machine/connection`,
  globals: {
    ...interfacesOf({ ...werift }),
    ...{ RTCPeerConnection, RTCRtpReceiver, RTCRtpSender, RTCRtpTransceiver, MediaStream, MediaStreamTrack },
  },
  createTrack: (kind) => new MediaStreamTrack({ kind }),
};
