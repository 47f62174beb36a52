import { failure, success } from "../../result.ts";
import { chain } from "../operations/chain.ts";
import { isDictionary, type ReadCall } from "./arguments/arguments.ts";
import { offerToReceive } from "./legacy-offer-options.ts";

/** createOffer(). @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer */
export const createOffer: ReadCall = ({ options }) => {
  if (!isDictionary(options)) return failure("the options must be an object");
  const iceRestart = Boolean(options?.iceRestart);
  const audio = toOptionalBoolean(options?.offerToReceiveAudio);
  const video = toOptionalBoolean(options?.offerToReceiveVideo);
  return success((draft, call) => {
    offerToReceive(draft, { audio, video });
    chain(draft, call, { kind: "createOffer", iceRestart });
  });
};

/** createAnswer(). @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createanswer */
export const createAnswer: ReadCall = () => success((draft, call) => chain(draft, call, { kind: "createAnswer" }));

function toOptionalBoolean(value: unknown): boolean | undefined {
  return value === undefined ? undefined : Boolean(value);
}
