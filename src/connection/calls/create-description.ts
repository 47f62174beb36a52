import { failure, success } from "../../result.ts";
import { chain } from "../operations/chain.ts";
import { isDictionary, type ReadCall } from "./arguments/arguments.ts";

/** createOffer(). @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createoffer */
export const createOffer: ReadCall = ({ options }) => {
  if (!isDictionary(options)) return failure("the options must be an object");
  const iceRestart = Boolean(options?.iceRestart);
  return success((draft, call) => chain(draft, call, { kind: "createOffer", iceRestart }));
};

/** createAnswer(). @see https://w3c.github.io/webrtc-pc/#dom-rtcpeerconnection-createanswer */
export const createAnswer: ReadCall = () => success((draft, call) => chain(draft, call, { kind: "createAnswer" }));
