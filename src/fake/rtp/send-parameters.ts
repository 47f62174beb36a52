import type { Encoding } from "../../connection/transceivers/transceiver.ts";
import { webrtcPc } from "../../specifications.ts";
import { refusedIn } from "../error/exceptions.ts";
import { withCause } from "../error/refusal.ts";
import { boolean, domString, sequenceOf } from "../web-idl/convert.ts";
import {
  dictionary,
  memberWithDefault,
  optionalMember,
  presentMembers,
  requiredMember,
} from "../web-idl/dictionary.ts";
import { unsigned, unsignedLong, unsignedShort } from "../web-idl/numbers.ts";
import { encodingParameters } from "./encoding-parameters.ts";
import { type HeldTransceiver, transceiverSlots } from "./held-transceiver.ts";
import { negotiatedFor } from "./negotiated.ts";

const sendParameters = /* @__PURE__ */ dictionary(
  "RTCRtpSendParameters",
  {
    transactionId: requiredMember(domString),
    encodings: requiredMember(sequenceOf(encodingParameters)),
  },
  dictionary("RTCRtpParameters", {
    headerExtensions: requiredMember(
      sequenceOf(
        dictionary("RTCRtpHeaderExtensionParameters", {
          uri: requiredMember(domString),
          id: requiredMember(unsignedShort),
          encrypted: memberWithDefault(boolean, false),
        }),
      ),
    ),
    rtcp: requiredMember(
      dictionary("RTCRtcpParameters", { cname: optionalMember(domString), reducedSize: optionalMember(boolean) }),
    ),
    codecs: requiredMember(
      sequenceOf(
        dictionary("RTCRtpCodecParameters", {
          payloadType: requiredMember(unsigned(8)),
          mimeType: requiredMember(domString),
          clockRate: requiredMember(unsignedLong),
          channels: optionalMember(unsignedShort),
          sdpFmtpLine: optionalMember(domString),
        }),
      ),
    ),
  }),
);

/** RTCRtpSendParameters, converted. */
export type SendParameters = ReturnType<typeof sendParameters>;

/** The conversion of what setParameters() takes. */
export const sendParametersArgument = sendParameters;

/**
 * The parameters of a sender: the same until the next task, so that setParameters() can tell that they are of its own time.
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-getparameters
 */
export function currentSendParameters(held: HeldTransceiver): SendParameters {
  const { owner, lastReturnedParameters } = held;
  if (lastReturnedParameters !== null) return lastReturnedParameters as SendParameters;
  const { mid, sender } = transceiverSlots(held);
  const { codecs, headerExtensions, reducedSize } = negotiatedFor(owner.driver.connection, mid);
  const parameters: SendParameters = {
    transactionId: owner.environment.random.uuid(),
    encodings: sender.sendEncodings.map(encodingMembers),
    headerExtensions,
    rtcp: { cname: owner.cname, reducedSize },
    codecs,
  };
  held.lastReturnedParameters = parameters;
  owner.environment.clock.queueTask(() => {
    if (held.lastReturnedParameters === parameters) held.lastReturnedParameters = null;
  });
  return parameters;
}

/** A dictionary as a JavaScript object, with new objects within. */
export function objectOf(parameters: object): object {
  return JSON.parse(JSON.stringify(parameters)) as object;
}

/**
 * setParameters().
 *
 * @see https://w3c.github.io/webrtc-pc/#dom-rtcrtpsender-setparameters
 */
export async function setSendParameters(held: HeldTransceiver, parameters: SendParameters): Promise<void> {
  const { owner, kind, id, lastReturnedParameters: last } = held;
  const { realm, driver, environment } = owner;
  const refuse = (name: string, reason: string): never => {
    throw refusedIn(realm, name, `setParameters() is refused: ${reason}`, "parameters-unusable", fragment);
  };
  if (transceiverSlots(held).stopping) refuse("InvalidStateError", "the transceiver is stopped or stopping.");
  if (last === null)
    return refuse("InvalidStateError", "call getParameters() in the same task, and pass what it returns.");
  if (readOnlyPart(parameters) !== readOnlyPart(last as SendParameters))
    refuse("InvalidModificationError", "a member is changed that is read-only, or the encodings are not the same.");
  const encodings = parameters.encodings.map((encoding) => forKind(kind, encoding));
  if (encodings.some(({ scaleResolutionDownBy = 1 }) => scaleResolutionDownBy < 1))
    throw outOfRange("scaleResolutionDownBy is below 1. Use 1 or more.");
  if (encodings.some(({ maxFramerate = 0 }) => maxFramerate < 0))
    throw outOfRange("maxFramerate is below 0. Use 0 or more.");
  return new Promise((resolve) =>
    environment.clock.queueTask(() => {
      held.lastReturnedParameters = null;
      driver.report({ type: "send-encodings", transceiver: id, encodings: encodings.map(encodingInit) });
      resolve();
    }),
  );
}

const fragment = "dom-rtcrtpsender-setparameters";

function outOfRange(reason: string): RangeError {
  const exception = new RangeError(`setParameters() is refused: ${reason}`);
  return withCause(exception, "parameters-unusable", webrtcPc(fragment));
}

type SentEncoding = SendParameters["encodings"][number];

function encodingInit(encoding: SentEncoding): Encoding {
  const { rid = null, active, scaleResolutionDownBy = null, maxBitrate = null, maxFramerate = null } = encoding;
  return { rid, active, scaleResolutionDownBy, maxBitrate, maxFramerate };
}

function encodingMembers({ rid, active, maxBitrate, maxFramerate, scaleResolutionDownBy }: Encoding): SentEncoding {
  return presentMembers({
    rid: rid ?? undefined,
    active,
    maxBitrate: maxBitrate ?? undefined,
    maxFramerate: maxFramerate ?? undefined,
    scaleResolutionDownBy: scaleResolutionDownBy ?? undefined,
  });
}

function forKind(kind: string, encoding: SentEncoding): SentEncoding {
  if (kind === "audio") return { ...encoding, scaleResolutionDownBy: undefined, maxFramerate: undefined };
  return { ...encoding, scaleResolutionDownBy: encoding.scaleResolutionDownBy ?? 1 };
}

// JSON leaves members out that are undefined.
function readOnlyPart({ transactionId, encodings, headerExtensions, rtcp, codecs }: SendParameters): string {
  const { cname, reducedSize } = rtcp;
  return JSON.stringify([
    transactionId,
    encodings.map(({ rid }) => rid),
    headerExtensions.map(({ uri, id, encrypted }) => [uri, id, encrypted]),
    [cname, reducedSize],
    codecs.map(({ payloadType, mimeType, clockRate, channels, sdpFmtpLine }) => [
      ...[payloadType, mimeType, clockRate, channels, sdpFmtpLine],
    ]),
  ]);
}
