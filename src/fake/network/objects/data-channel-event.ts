import { domString } from "../../web-idl/convert.ts";
import { dictionary, requiredMember } from "../../web-idl/dictionary.ts";
import { eventInit } from "../../web-idl/events.ts";
import { constructedWith, defineInterface, interfaceType } from "../../web-idl/interface.ts";
import { readonly, required } from "../../web-idl/members.ts";
import { dataChannelInterface } from "./data-channel-interface.ts";

const dataChannelEventInit = /* @__PURE__ */ dictionary(
  "RTCDataChannelEventInit",
  { channel: requiredMember(interfaceType(dataChannelInterface)) },
  eventInit,
);

type DataChannelEventMembers = ReturnType<typeof dataChannelEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtcdatachannelevent */
export const dataChannelEventInterface = /* @__PURE__ */ defineInterface<DataChannelEventMembers>(
  "RTCDataChannelEvent",
  {
    inherits: "Event",
    construction: constructedWith(
      [required(domString), required(dataChannelEventInit)],
      (_, __, init) => init,
      (type, init) => [type, init],
    ),
    members: { channel: readonly(({ channel }: DataChannelEventMembers) => channel) },
  },
);
