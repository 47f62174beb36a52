import { profiles, sdpTypes, signalingStates } from "../../src/entries/index.ts";
import {
  boolean,
  described,
  listOf,
  objectOf,
  oneOf,
  orNull,
  type Schema,
  string,
  the,
  wholeNumber,
} from "./schema-parts.ts";

const slot = (name: string): Schema => described(`The slot ${name}.`, orNull(the("description")));
const lastCreated = (type: string): Schema =>
  described(`The SDP of the last created ${type}; "" if none was created.`, the("sdpText"));

/** Sessions, and the options that they are created with. */
export const sessionDefinitions: Readonly<Record<string, Schema>> = {
  session: objectOf({
    signalingState: described("The signaling state.", the("signalingState")),
    pendingLocalDescription: slot("pendingLocalDescription"),
    currentLocalDescription: slot("currentLocalDescription"),
    pendingRemoteDescription: slot("pendingRemoteDescription"),
    currentRemoteDescription: slot("currentRemoteDescription"),
    lastCreatedOffer: lastCreated("offer"),
    lastCreatedAnswer: lastCreated("answer"),
  }),
  description: objectOf({
    type: described("Its type.", oneOf(["offer", "pranswer", "answer"])),
    sdp: described("Its SDP.", the("sdpText")),
  }),
  options: objectOf(
    {
      profile: described('The profile in force. Default "webrtc-pc".', {
        oneOf: [the("profileName"), the("profile")],
      }),
      sdp: described(
        '"opaque" judges states and types only, and accepts any text as SDP. Default "validate".',
        oneOf(["validate", "validate-remote", "opaque"]),
      ),
      rtcpMuxPolicy: described('RTCRtcpMuxPolicy. Default "require".', oneOf(["require", "negotiate"])),
      maxSdpLength: described("The longest SDP accepted, in UTF-16 code units. Default 1048576.", wholeNumber(1)),
      tolerate: described("The rules on SDP that refuse nothing. Default: no rule.", listOf(the("ruleId"))),
    },
    "profile",
    "sdp",
    "rtcpMuxPolicy",
    "maxSdpLength",
    "tolerate",
  ),
  profileName: described(
    "A profile: one reading of the specifications where they disagree.",
    oneOf(Object.keys(profiles)),
  ),
  profile: objectOf({
    name: described("Its name.", string),
    rollbackFromPranswer: described("May a provisional answer be rolled back?", boolean),
    implicitRollback: described("Does a remote offer in have-local-offer roll the local one back first?", boolean),
    modificationCheck: described(
      "When a local description is compared with the created one: before or after the state is checked, or never.",
      oneOf(["before-state", "after-state", "off"]),
    ),
  }),
  signalingState: described("RTCSignalingState.", oneOf(signalingStates)),
  sdpType: described("RTCSdpType.", oneOf(sdpTypes)),
  side: described("The side of the connection.", oneOf(["local", "remote"])),
};
