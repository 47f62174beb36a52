import { callRejectionCodes } from "../../src/entries/connection.ts";
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

const type = (name: string, what: string): Schema => described(what, { const: name });
const types = (what: string, ...names: readonly string[]): Schema => described(what, oneOf(names));
const numbered = (what: string): Schema => described(what, wholeNumber(0));

const operation = numbered("The operation of the chain, as its effect `start` or `react` numbered it.");
const task = numbered("The task, as its effect `queue-task` numbered it.");
const transceiver = numbered("The transceiver, counted from 0 in the order of creation; its sender and receiver too.");
const transport = numbered("The DTLS transport, counted from 0 in the order of creation.");
const channel = numbered("The data channel, counted from 0 in the order of creation.");
const call = described("The caller's name for the call.", { oneOf: [string, wholeNumber(0)] });
const anything = (what: string): Schema => described(what, {});

const sdp = described("The SDP.", the("sdpText"));

/** The arguments of methods: any JSON values, since a mistake is judged too. */
const callArguments: Readonly<Record<string, Schema>> = {
  description: described("Of the set methods. Without this member the method has no argument.", the("argument")),
  options: anything("Of createOffer()."),
  candidate: anything("Of addIceCandidate()."),
  trackOrKind: anything("Of addTransceiver(): a kind, or a track as its id and its kind."),
  init: anything("Of addTransceiver() and createDataChannel()."),
  track: anything("Of addTrack() and replaceTrack(): a track as its id and its kind."),
  streams: anything("Of addTrack() and setStreams(): the ids of the streams."),
  transceiver: anything("The transceiver whose method or attribute it is, or whose sender's."),
  direction: anything("The direction that is set."),
  codecs: anything("Of setCodecPreferences()."),
  label: anything("Of createDataChannel()."),
  configuration: anything("Of setConfiguration()."),
};

const methods = [
  ...["createOffer", "createAnswer", "setLocalDescription", "setRemoteDescription", "addIceCandidate"],
  ...["addTransceiver", "addTrack", "removeTrack", "replaceTrack", "setStreams", "setDirection", "stop"],
  ...["setCodecPreferences", "createDataChannel", "restartIce", "setConfiguration", "close"],
];

const inputs: readonly Schema[] = [
  objectOf(
    {
      type: type("call", "The application calls a method, or sets an attribute."),
      call,
      method: types("The method; setDirection stands for the attribute.", ...methods),
      ...callArguments,
    },
    ...Object.keys(callArguments),
  ),
  objectOf({ type: type("created", "The offer or answer that was to be created."), operation, sdp }),
  objectOf({
    type: types(
      "What was to be applied, added or replaced is; or the application's reactions to a promise have run.",
      "applied",
      "reaction",
    ),
    operation,
  }),
  objectOf(
    {
      type: type("failed", "The work has failed, and has left no trace."),
      operation,
      message: described("What went wrong, in the stack's words.", string),
      error: described('The error. Default "OperationError".', oneOf(["OperationError", "InvalidModificationError"])),
    },
    "error",
  ),
  objectOf({ type: type("task", "A queued task has its turn."), task }),
  objectOf({
    type: type("gathered", "The ICE agent has gathered a candidate."),
    candidate: described("The candidate.", the("localCandidate")),
  }),
  objectOf({
    type: type("media", "Media comes in for a transceiver, or has ended."),
    transceiver,
    flows: described("Does it come in?", boolean),
  }),
  objectOf({
    type: type("send-encodings", "The stack has configured a sender with other encodings."),
    transceiver,
    encodings: described("As many as before, each with what has changed of it.", { type: "array" }),
  }),
  objectOf({ type: type("negotiation-needed", "The implementation itself needs negotiation.") }),
];

const settled = described("The call, by the name that its input gave it.", { oneOf: [string, wholeNumber(0)] });
const why = described("Why.", { anyOf: [the("rejection"), the("callRejection")] });
const stream = described("The id of the stream.", string);

const effects: readonly Schema[] = [
  objectOf({
    type: type("return", "The call returns."),
    call: settled,
    value: described("The new transceiver or data channel, or null.", orNull(wholeNumber(0))),
  }),
  objectOf({
    type: types("The call throws, or its promise is rejected.", "throw", "reject"),
    call: settled,
    rejection: why,
  }),
  objectOf({
    type: type("resolve", "The call's promise is resolved."),
    call: settled,
    value: described("What was created; null for the other calls.", orNull(the("description"))),
  }),
  objectOf({
    type: type("react", "Report `reaction` once the application's reactions to the promise have run."),
    operation,
  }),
  objectOf({
    type: type("start", "Start this in parallel."),
    operation,
    work: described("What is to be done.", the("work")),
  }),
  objectOf({ type: type("queue-task", "Queue a task that reports `task`."), task }),
  objectOf({
    type: type("signalingstatechange", "The event is fired."),
    signalingState: described("The signaling state while the event is fired.", the("signalingState")),
  }),
  objectOf({
    type: types(
      "The event is fired, or what the name says is done.",
      ...["negotiationneeded", "destroy-ice-agent", "close-sctp-transport"],
    ),
  }),
  objectOf({
    type: type("track", "The event is fired."),
    transceiver,
    streams: described("The ids of its streams.", listOf(string)),
  }),
  objectOf({
    type: type("icecandidate", "The event is fired."),
    candidate: described("The candidate.", the("localCandidate")),
  }),
  objectOf({
    type: types(
      "The receiver's track is muted, unmuted or ended; or sending and receiving stop.",
      ...["mute", "unmute", "ended", "stop-sending-and-receiving"],
    ),
    transceiver,
  }),
  objectOf({
    type: types("The receiver's track joins or leaves a stream.", "add-track", "remove-track"),
    stream,
    transceiver,
  }),
  objectOf({
    type: type("create-transport", "A DTLS transport is created."),
    transport,
    mid: described("The mid of its m= section.", string),
  }),
  objectOf({
    type: types(
      "A DTLS transport is closed, or the SCTP transport created on it.",
      "close-transport",
      "create-sctp-transport",
    ),
    transport,
  }),
  objectOf({ type: type("data-channel-id", "The channel gets its id."), channel, id: numbered("The id.") }),
  objectOf({ type: type("close-data-channel", "The channel is closed."), channel }),
  objectOf({
    type: type("configure", "The configuration has changed."),
    configuration: described("The configuration.", the("configuration")),
  }),
];

const work: readonly Schema[] = [
  objectOf({
    kind: type("create-offer", "Create an offer."),
    iceRestart: described("With new ICE credentials?", boolean),
  }),
  objectOf({ kind: type("create-answer", "Create an answer.") }),
  objectOf({
    kind: type("apply-description", "Apply a description."),
    side: described("Its side.", the("side")),
    description: described("The description, complete.", the("appliedDescription")),
  }),
  objectOf({
    kind: type("add-candidate", "Add a remote candidate."),
    candidate: described("The candidate.", the("remoteCandidate")),
  }),
  objectOf({
    kind: type("replace-track", "Send another track."),
    transceiver,
    track: described("The id of the track, or null.", orNull(string)),
  }),
];

const slot = (name: string): Schema => described(`The slot ${name}.`, orNull(the("description")));
const direction = (what: string): Schema => described(what, oneOf(["sendrecv", "sendonly", "recvonly", "inactive"]));
const candidate = described('The candidate-attribute; "" at the end of candidates.', string);
const usernameFragment = "The ICE username fragment of its generation.";

/** Inputs of connections, their effects, and what can be seen of a connection. */
export const connectionDefinitions: Readonly<Record<string, Schema>> = {
  step: objectOf(
    {
      peer: described('The connection. Default "a".', oneOf(["b"])),
      input: described("What happens.", the("input")),
      effects: described("What the stack must do because of it, in this order.", listOf(the("connectionEffect"))),
      signalingState: described(
        "The signaling state after it. Without this member, what it was before.",
        the("signalingState"),
      ),
    },
    "peer",
    "signalingState",
  ),
  input: { oneOf: inputs },
  connectionEffect: { oneOf: effects },
  work: { oneOf: work },
  callRejection: objectOf({
    error: described("The name of the error.", oneOf([...new Set(callRejectionCodes.map(({ error }) => error))])),
    code: described("The reason.", oneOf(callRejectionCodes.map(({ code }) => code))),
    reference: described("The place in a specification: a name in the file's `references`.", string),
  }),
  localCandidate: objectOf({
    candidate,
    sdpMid: described("The mid of its m= section.", string),
    sdpMLineIndex: numbered("The index of that section."),
    usernameFragment: described(usernameFragment, string),
  }),
  remoteCandidate: objectOf({
    candidate,
    sdpMid: described("The mid of its m= section, or null.", orNull(string)),
    sdpMLineIndex: described("The index of that section, or null.", orNull(wholeNumber(0))),
    usernameFragment: described(`${usernameFragment.slice(0, -1)}, or null.`, orNull(string)),
  }),
  configuration: objectOf({
    bundlePolicy: described("RTCBundlePolicy.", oneOf(["balanced", "max-compat", "max-bundle"])),
    rtcpMuxPolicy: described("RTCRtcpMuxPolicy.", oneOf(["require", "negotiate"])),
    iceCandidatePoolSize: numbered("The size of the pool."),
    certificates: described("The ids of the certificates.", listOf(string)),
  }),
  connectionOptions: objectOf(
    {
      sdp: described('"opaque" does not judge the content of descriptions. Default "validate".', oneOf(["opaque"])),
      capabilities: anything("The codecs of audio and of video that setCodecPreferences() compares with."),
    },
    "sdp",
    "capabilities",
  ),
  visibleConnection: objectOf({
    signalingState: described("The signaling state.", the("signalingState")),
    negotiationNeeded: described("The slot [[NegotiationNeeded]].", boolean),
    pendingLocalDescription: slot("pendingLocalDescription"),
    currentLocalDescription: slot("currentLocalDescription"),
    pendingRemoteDescription: slot("pendingRemoteDescription"),
    currentRemoteDescription: slot("currentRemoteDescription"),
    transceivers: described("The set of transceivers, in its order.", listOf(the("visibleTransceiver"))),
  }),
  visibleTransceiver: objectOf({
    id: transceiver,
    kind: described("Its kind.", oneOf(["audio", "video"])),
    mid: described("Its mid, or null.", orNull(string)),
    direction: direction('The slot [[Direction]]; of a stopping transceiver scripts see "stopped".'),
    currentDirection: described(
      "Its current direction, or null.",
      oneOf(["sendrecv", "sendonly", "recvonly", "inactive", null]),
    ),
    stopped: described("The slot [[Stopped]].", boolean),
    track: described("The id of the sender's track, or null.", orNull(string)),
    rids: described("The RIDs of the sender's encodings; null for one without.", listOf(orNull(string))),
  }),
};
