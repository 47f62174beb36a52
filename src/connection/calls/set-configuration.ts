import { failure, type Result, success } from "../../result.ts";
import { type Draft, emit, isClosed } from "../draft.ts";
import { areStrings, bundlePolicies, type Configuration, isOctet } from "../options.ts";
import { refuseCall, refuseOnClosed, returnFrom, throwFrom } from "../rejection/call-rejection.ts";
import { isDictionary, type RawCall, type ReadCall } from "./arguments/arguments.ts";

/** setConfiguration(), where servers are left to the stack. @see https://w3c.github.io/webrtc-pc/#set-the-configuration */
export const setConfiguration: ReadCall = (input) => {
  if (!isDictionary(input.configuration)) return failure("the configuration must be an object");
  const configuration = toConfiguration(input.configuration ?? {});
  if (!configuration.ok) return configuration;
  return success((draft, call) => {
    if (isClosed(draft)) return throwFrom(draft, call, refuseOnClosed(draft, "setConfiguration"));
    const changed = unchangeable(draft, configuration.value);
    if (changed !== null) {
      const remedy = "Create another connection with that configuration.";
      const reason = `${changed} cannot be changed any more`;
      return throwFrom(draft, call, refuseCall(draft, "setConfiguration", "configuration-changed", reason, remedy));
    }
    draft.configuration = configuration.value;
    emit(draft, { type: "configure", configuration: configuration.value });
    returnFrom(draft, call);
  });
};

/** What has changed that must not; null where nothing has. */
function unchangeable({ configuration, localDescriptionCalled }: Draft, next: Configuration): string | null {
  const { certificates } = configuration;
  const sameCertificates =
    certificates.length === next.certificates.length &&
    certificates.every((certificate, index) => certificate === next.certificates[index]);
  if (!sameCertificates) return "certificates";
  if (configuration.bundlePolicy !== next.bundlePolicy) return "bundlePolicy";
  if (configuration.rtcpMuxPolicy !== next.rtcpMuxPolicy) return "rtcpMuxPolicy";
  const samePool = configuration.iceCandidatePoolSize === next.iceCandidatePoolSize;
  return samePool || !localDescriptionCalled ? null : "iceCandidatePoolSize";
}

function toConfiguration(init: RawCall): Result<Configuration> {
  const {
    bundlePolicy = "balanced",
    rtcpMuxPolicy = "require",
    iceCandidatePoolSize = 0,
    certificates = [],
  } = init as Partial<Configuration>;
  if (!bundlePolicies.includes(bundlePolicy)) return failure(`bundlePolicy must be ${bundlePolicies.join(" or ")}`);
  if (rtcpMuxPolicy !== "require" && rtcpMuxPolicy !== "negotiate")
    return failure("rtcpMuxPolicy must be require or negotiate");
  if (!isOctet(iceCandidatePoolSize)) return failure("iceCandidatePoolSize must be an integer from 0 to 255");
  if (!areStrings(certificates)) return failure("certificates must be an array of strings");
  return success(
    Object.freeze({
      bundlePolicy,
      rtcpMuxPolicy,
      iceCandidatePoolSize,
      certificates: Object.freeze([...certificates]),
    }),
  );
}
