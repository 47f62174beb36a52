import { boolean, domString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault, optionalMember } from "../web-idl/dictionary.ts";
import { double, unsignedLong } from "../web-idl/numbers.ts";

/** RTCRtpEncodingParameters. @see https://w3c.github.io/webrtc-pc/#rtcrtpencodingparameters */
export const encodingParameters = /* @__PURE__ */ dictionary(
  "RTCRtpEncodingParameters",
  {
    active: memberWithDefault(boolean, true),
    maxBitrate: optionalMember(unsignedLong),
    maxFramerate: optionalMember(double),
    scaleResolutionDownBy: optionalMember(double),
  },
  dictionary("RTCRtpCodingParameters", { rid: optionalMember(domString) }),
);
