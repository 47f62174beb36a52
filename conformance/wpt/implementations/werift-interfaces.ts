// The interfaces of a page that neither werift nor the example has.

type Members = Readonly<Record<string, unknown>>;

/** @see https://w3c.github.io/webrtc-pc/#rtcsessiondescription-class */
export class RTCSessionDescription {
  readonly type: string;
  readonly sdp: string;
  constructor({ type, sdp = "" }: { type?: string; sdp?: string } = {}) {
    if (!["offer", "pranswer", "answer", "rollback"].includes(`${type}`)) throw new TypeError("type is required");
    this.type = `${type}`;
    this.sdp = `${sdp}`;
  }
  toJSON(): object {
    return { type: this.type, sdp: this.sdp };
  }
}

/** @see https://w3c.github.io/webrtc-pc/#rtcicecandidate-interface */
export class RTCIceCandidate {
  readonly candidate: string;
  readonly sdpMid: string | null;
  readonly sdpMLineIndex: number | null;
  readonly usernameFragment: string | null;
  constructor({ candidate = "", sdpMid = null, sdpMLineIndex = null, usernameFragment = null }: Members = {}) {
    if (sdpMid === null && sdpMLineIndex === null) throw new TypeError("sdpMid or sdpMLineIndex is required");
    this.candidate = `${candidate}`;
    this.sdpMid = sdpMid === null ? null : `${sdpMid}`;
    this.sdpMLineIndex = sdpMLineIndex === null ? null : Number(sdpMLineIndex);
    this.usernameFragment = usernameFragment === null ? null : `${usernameFragment}`;
  }
  toJSON(): object {
    return { ...this };
  }
}

/** @see https://w3c.github.io/webrtc-pc/#rtcerror-interface */
export class RTCError extends DOMException {
  readonly errorDetail: string;
  readonly sdpLineNumber: number | null;
  readonly sctpCauseCode = null;
  readonly receivedAlert = null;
  readonly sentAlert = null;
  constructor(init: { errorDetail: string; sdpLineNumber?: number }, message = "") {
    super(message, "OperationError");
    this.errorDetail = init.errorDetail;
    this.sdpLineNumber = init.sdpLineNumber ?? null;
  }
}

/** @see https://w3c.github.io/webrtc-pc/#rtctrackevent */
export class RTCTrackEvent extends Event {
  readonly receiver: unknown;
  readonly track: unknown;
  readonly transceiver: unknown;
  readonly streams: readonly unknown[];
  constructor(type: string, init: Members) {
    super(type, init);
    this.receiver = required(init, "receiver");
    this.track = required(init, "track");
    this.transceiver = required(init, "transceiver");
    this.streams = Object.freeze([...((init.streams as readonly unknown[] | undefined) ?? [])]);
  }
}

/** @see https://w3c.github.io/webrtc-pc/#rtcpeerconnectioniceevent */
export class RTCPeerConnectionIceEvent extends Event {
  readonly candidate: RTCIceCandidate | null;
  constructor(type: string, { candidate = null, ...init }: Members & { candidate?: unknown } = {}) {
    if (type === undefined) throw new TypeError("type is required");
    super(type, init);
    this.candidate = candidate as RTCIceCandidate | null;
    if (candidate !== null && !(candidate instanceof RTCIceCandidate))
      throw new TypeError("candidate must be an RTCIceCandidate");
  }
}

/** @see https://w3c.github.io/webrtc-pc/#rtcdatachannelevent */
export class RTCDataChannelEvent extends Event {
  readonly channel: unknown;
  constructor(type: string, init: Members) {
    super(type, init);
    this.channel = required(init, "channel");
  }
}

function required(init: Members, name: string): unknown {
  if (typeof init?.[name] !== "object" || init[name] === null) throw new TypeError(`${name} is required`);
  return init[name];
}
