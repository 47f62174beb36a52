import { unusableValue } from "../error/refusal.ts";
import { boolean, type Convert, domString } from "../web-idl/convert.ts";
import { dictionary, memberWithDefault, optionalMember } from "../web-idl/dictionary.ts";
import { double, unsignedLong } from "../web-idl/numbers.ts";

/** Browsers refuse a RID that does not fit into a one-byte header extension. @see https://www.rfc-editor.org/rfc/rfc8285.html#section-4.2 */
const rid: Convert<string> = (value, what) => {
  const text = domString(value, what);
  if (text.length > 16) throw unusableValue(`${what} must have at most 16 characters, found ${text.length}`);
  return text;
};

/** RTCRtpEncodingParameters. @see https://w3c.github.io/webrtc-pc/#rtcrtpencodingparameters */
export const encodingParameters = /* @__PURE__ */ dictionary(
  "RTCRtpEncodingParameters",
  {
    active: memberWithDefault(boolean, true),
    maxBitrate: optionalMember(unsignedLong),
    maxFramerate: optionalMember(double),
    scaleResolutionDownBy: optionalMember(double),
  },
  dictionary("RTCRtpCodingParameters", { rid: optionalMember(rid) }),
);
