import type { Configuration } from "../../connection/options.ts";
import { certificateInterface, type HeldCertificate } from "../certificate/certificate.ts";
import { type Convert, domString, enumeration, isObjectType, sequenceOf, usvString } from "../web-idl/convert.ts";
import {
  dictionary,
  memberWithDefault,
  optionalMember,
  presentMembers,
  requiredMember,
} from "../web-idl/dictionary.ts";
import { heldBy, interfaceType } from "../web-idl/interface.ts";
import { unsigned } from "../web-idl/numbers.ts";

/** `(USVString or sequence<USVString>)`: a list in any case, as getConfiguration() of browsers returns it. */
const urls: Convert<readonly string[]> = (value, what) =>
  isObjectType(value) && Symbol.iterator in value ? sequenceOf(usvString)(value, what) : [usvString(value, what)];

const iceServer = /* @__PURE__ */ dictionary("RTCIceServer", {
  urls: requiredMember(urls),
  username: optionalMember(domString),
  credential: optionalMember(domString),
});

/** RTCConfiguration, every member with its default. @see https://w3c.github.io/webrtc-pc/#rtcconfiguration-dictionary */
export const rtcConfiguration = /* @__PURE__ */ dictionary("RTCConfiguration", {
  iceServers: memberWithDefault(sequenceOf(iceServer), []),
  iceTransportPolicy: memberWithDefault(enumeration(["relay", "all"]), "all"),
  bundlePolicy: memberWithDefault(enumeration(["balanced", "max-compat", "max-bundle"]), "balanced"),
  // webrtc-pc has removed "negotiate". Browsers know it still, and applications pass it.
  rtcpMuxPolicy: memberWithDefault(enumeration(["negotiate", "require"]), "require"),
  certificates: memberWithDefault(sequenceOf(interfaceType(certificateInterface)), []),
  iceCandidatePoolSize: memberWithDefault(unsigned(8, "enforce-range"), 0),
});

/** A configuration after its conversion. */
export type RtcConfiguration = ReturnType<typeof rtcConfiguration>;

/** The certificates of a configuration. */
export function certificatesOf({ certificates }: RtcConfiguration): readonly HeldCertificate[] {
  return certificates.map((certificate) => heldBy(certificateInterface, certificate) as HeldCertificate);
}

/** What the model has to know of a configuration. */
export function modelConfiguration(configuration: RtcConfiguration): Configuration {
  const { bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize } = configuration;
  const certificates = certificatesOf(configuration).map(({ id }) => id);
  return Object.freeze({
    ...{ bundlePolicy, rtcpMuxPolicy, iceCandidatePoolSize },
    certificates: Object.freeze(certificates),
  });
}

/** A configuration as getConfiguration() returns it: each time new. @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-getconfiguration */
export function configurationObject(configuration: RtcConfiguration): object {
  const iceServers = configuration.iceServers.map((server) => presentMembers({ ...server, urls: [...server.urls] }));
  return { ...configuration, iceServers, certificates: [...configuration.certificates] };
}
