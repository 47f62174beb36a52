import { domString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault } from "../web-idl/dictionary.ts";
import { eventInit } from "../web-idl/events.ts";
import { constructedWith, defineInterface } from "../web-idl/interface.ts";
import { optional, readonly, required } from "../web-idl/members.ts";

const toneChangeEventInit = /* @__PURE__ */ dictionary(
  "RTCDTMFToneChangeEventInit",
  { tone: memberWithDefault(domString, "") },
  eventInit,
);

type ToneChangeEventMembers = ReturnType<typeof toneChangeEventInit>;

/** @see https://w3c.github.io/webrtc-pc/#rtcdtmftonechangeevent */
export const toneChangeEventInterface = /* @__PURE__ */ defineInterface<ToneChangeEventMembers>(
  "RTCDTMFToneChangeEvent",
  {
    inherits: "Event",
    construction: constructedWith(
      [required(domString), optional(toneChangeEventInit)],
      (_, __, init) => init,
      (type, init) => [type, init],
    ),
    members: { tone: readonly(({ tone }: ToneChangeEventMembers) => tone) },
  },
);
