import { failure, success } from "../../result.ts";
import { type Draft, isClosed, takeNumber } from "../draft.ts";
import { markModified } from "../modified.ts";
import { updateNegotiationNeededFlag } from "../negotiation-needed/update-negotiation-needed.ts";
import { refuseCall, refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import type { CallRejectionCode } from "../rejection/call-rejection-codes.ts";
import { firstChannelId, freeChannelId, maxChannelId } from "../set-description/data.ts";
import { append, listedItems } from "../structure/list.ts";
import {
  isDictionary,
  type RawCall,
  type ReadCall,
  toDOMString,
  toEnforcedUnsignedShort,
} from "./arguments/arguments.ts";

/** createDataChannel(), which returns the channel's number. @see https://w3c.github.io/webrtc-pc/#dom-peerconnection-createdatachannel */
export const createDataChannel: ReadCall = ({ label, init }) => {
  if (!isDictionary(init)) return failure("the second argument must be an object");
  const text = toDOMString(label);
  const converted = toChannelInit(init ?? {});
  return success((draft, call) => {
    if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "createDataChannel"));
    const given = idFor(draft, text, converted);
    if (typeof given !== "number" && given !== null) {
      const { code, reason, remedy } = given;
      return throwFrom(draft, call, refuseCall(draft, "createDataChannel", code, reason, remedy));
    }
    const channel = takeNumber(draft, "channel");
    const isFirst = channel === 0;
    draft.dataChannels = append(draft.dataChannels, Object.freeze({ channel, id: given }));
    if (isFirst) {
      markModified(draft);
      updateNegotiationNeededFlag(draft);
    }
    returnFrom(draft, call, channel);
  });
};

interface ChannelInit {
  readonly maxPacketLifeTime: number | null;
  readonly maxRetransmits: number | null;
  readonly protocol: string;
  readonly negotiated: boolean;
  readonly id: number | null;
}

interface Refused {
  readonly code: CallRejectionCode;
  readonly reason: string;
  readonly remedy: string;
}

function toChannelInit({ maxPacketLifeTime, maxRetransmits, protocol, negotiated, id }: RawCall): ChannelInit {
  const converted = toEnforcedUnsignedShort(id);
  return {
    maxPacketLifeTime: toEnforcedUnsignedShort(maxPacketLifeTime),
    maxRetransmits: toEnforcedUnsignedShort(maxRetransmits),
    protocol: protocol === undefined ? "" : toDOMString(protocol),
    negotiated: Boolean(negotiated),
    id: negotiated ? converted : null,
  };
}

/** The channel's id, null where it comes later, or why the channel cannot be created. */
function idFor(draft: Draft, label: string, init: ChannelInit): number | null | Refused {
  const { id, negotiated, maxPacketLifeTime, maxRetransmits } = init;
  if (isTooLong(label) || isTooLong(init.protocol)) {
    const reason = "the label or the protocol is longer than 65535 bytes in UTF-8";
    return { code: "channel-text-too-long", reason, remedy: "Use a shorter one." };
  }
  if (negotiated && id === null) {
    return { code: "channel-id-unusable", reason: "a negotiated channel has no id", remedy: "Give it an id." };
  }
  if (maxPacketLifeTime !== null && maxRetransmits !== null) {
    const reason = "maxPacketLifeTime and maxRetransmits are both given";
    return { code: "channel-options-contradict", reason, remedy: "Give one of them." };
  }
  if (id !== null && id > maxChannelId) {
    const remedy = `Use an id up to ${maxChannelId}.`;
    return { code: "channel-id-unusable", reason: `the id ${id} is too large`, remedy };
  }
  const isClient = draft.sctpTransport?.isClient ?? null;
  if (id === null && isClient === null) return null;
  const taken = new Set(listedItems(draft.dataChannels).map((channel) => channel.id));
  const given = id ?? freeChannelId(taken, firstChannelId(isClient ?? false));
  if (given <= maxChannelId && !taken.has(given)) return given;
  const reason = id === null ? "no id is free" : `the id ${id} is taken`;
  return { code: "channel-id-taken", reason, remedy: "Use a channel that exists." };
}

function isTooLong(text: string): boolean {
  if (text.length <= 21845) return false;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes > 65535;
}
