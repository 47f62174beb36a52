import { type Reference, rejectionCodes } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { webrtcPc } from "../../src/specifications.ts";

// Where the state decides, an illegal call is refused for one of these reasons.
const refusals: readonly (readonly [cell: RegExp, code: string])[] = [
  [/^(?:create-offer|local-offer-without-sdp)-in-/, "create-offer-in-wrong-state"],
  [/^(?:create-answer|local-(?:pr)?answer-without-sdp)-in-/, "create-answer-in-wrong-state"],
  [/-offer-in-/, "offer-in-wrong-state"],
  [/-pranswer-in-/, "pranswer-in-wrong-state"],
  [/-answer-in-/, "answer-in-wrong-state"],
  [/-rollback-in-/, "rollback-in-wrong-state"],
];

const methods: readonly (readonly [cell: RegExp, fragment: string])[] = [
  [/^create-offer-/, "dom-rtcpeerconnection-createoffer"],
  [/^create-answer-/, "dom-rtcpeerconnection-createanswer"],
  [/^close-/, "dom-rtcpeerconnection-close"],
  [/^local-/, "dom-peerconnection-setlocaldescription"],
  [/^/, "dom-peerconnection-setremotedescription"],
];

/** The place in a specification that says what a provision leads to, for deviations that come without one: of the refusal where one is due, else of the method. */
export function referenceOf(provision: string, expected: string): Reference {
  const rule = sdpRules.find(({ id }) => provision === `sdp-not-acceptable-${id.toLowerCase()}`);
  const code = expected === "InvalidStateError" ? firstMatch(refusals, provision) : undefined;
  const refusal = rejectionCodes.find((one) => one.code === provision || one.code === code);
  return rule?.reference ?? refusal?.reference ?? webrtcPc(firstMatch(methods, provision) ?? "set-description");
}

function firstMatch(patterns: readonly (readonly [RegExp, string])[], provision: string): string | undefined {
  return patterns.find(([cell]) => cell.test(provision))?.[1];
}
