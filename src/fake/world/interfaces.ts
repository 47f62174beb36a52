import { certificateInterface } from "../certificate/certificate.ts";
import { iceCandidateInterface } from "../description/ice-candidate.ts";
import { sessionDescriptionInterface } from "../description/session-description.ts";
import { rtcErrorInterface } from "../error/rtc-error.ts";
import {
  errorEventInterface,
  iceErrorEventInterface,
  iceEventInterface,
  trackEventInterface,
} from "../events/events.ts";
import { mediaDevicesInterface } from "../media/media-devices.ts";
import { streamInterface } from "../media/stream-interface.ts";
import { streamTrackEventInterface } from "../media/track-event.ts";
import { trackInterface } from "../media/track-interface.ts";
import { dataChannelEventInterface } from "../network/objects/data-channel-event.ts";
import { dataChannelInterface } from "../network/objects/data-channel-interface.ts";
import { dtlsTransportInterface } from "../network/objects/dtls-transport-interface.ts";
import { iceCandidatePairInterface, iceTransportInterface } from "../network/objects/ice-transport-interface.ts";
import { sctpTransportInterface } from "../network/objects/sctp-transport-interface.ts";
import { peerConnectionInterface } from "../peer-connection/peer-connection-interface.ts";
import { dtmfSenderInterface } from "../rtp/dtmf-sender.ts";
import { receiverInterface } from "../rtp/receiver.ts";
import { senderInterface } from "../rtp/sender.ts";
import { toneChangeEventInterface } from "../rtp/tone-change-event.ts";
import { transceiverInterface } from "../rtp/transceiver.ts";
import { statsReportInterface } from "../stats/stats-report.ts";
import type { Interface } from "../web-idl/interface.ts";
import type { InterfaceName } from "./interface-names.ts";

// biome-ignore lint/suspicious/noExplicitAny: what the objects hold is known to their interface alone
type AnyInterface = Interface<any>;

/** The interfaces that a world exposes. */
export const interfaces: readonly AnyInterface[] = [
  peerConnectionInterface,
  sessionDescriptionInterface,
  iceCandidateInterface,
  iceCandidatePairInterface,
  iceEventInterface,
  iceErrorEventInterface,
  certificateInterface,
  senderInterface,
  receiverInterface,
  transceiverInterface,
  dtlsTransportInterface,
  iceTransportInterface,
  sctpTransportInterface,
  trackEventInterface,
  dataChannelInterface,
  dataChannelEventInterface,
  rtcErrorInterface,
  errorEventInterface,
  dtmfSenderInterface,
  toneChangeEventInterface,
  statsReportInterface,
  streamInterface,
  trackInterface,
  streamTrackEventInterface,
  mediaDevicesInterface,
];

/** Their names. */
export const interfaceNames: readonly InterfaceName[] = /* @__PURE__ */ interfaces.map(
  ({ name }) => name as InterfaceName,
);
