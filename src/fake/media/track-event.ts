import { domString } from "../web-idl/convert.ts";
import { dictionary, requiredMember } from "../web-idl/dictionary.ts";
import { eventInit } from "../web-idl/events.ts";
import { constructedWith, defineInterface, interfaceType } from "../web-idl/interface.ts";
import { readonly, required } from "../web-idl/members.ts";
import { trackInterface } from "./track-interface.ts";

const mediaStreamTrackEventInit = /* @__PURE__ */ dictionary(
  "MediaStreamTrackEventInit",
  { track: requiredMember(interfaceType(trackInterface)) },
  eventInit,
);

type StreamTrackEventMembers = ReturnType<typeof mediaStreamTrackEventInit>;

/** @see https://w3c.github.io/mediacapture-main/#mediastreamtrackevent */
export const streamTrackEventInterface = /* @__PURE__ */ defineInterface<StreamTrackEventMembers>(
  "MediaStreamTrackEvent",
  {
    inherits: "Event",
    construction: constructedWith(
      [required(domString), required(mediaStreamTrackEventInit)],
      (_, __, init) => init,
      (type, init) => [type, init],
    ),
    members: { track: readonly(({ track }: StreamTrackEventMembers) => track) },
  },
);
