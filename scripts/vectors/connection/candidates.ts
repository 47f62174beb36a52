import type { MethodCall } from "../../../src/entries/connection.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { answerAnOffer, offerAndAnswer, offerFrom, section } from "./remote-sdp.ts";
import { leadTo } from "./states.ts";
import type { ConnectionCase } from "./written.ts";

type Candidate = (MethodCall & { readonly method: "addIceCandidate" })["candidate"];

/** Candidates for a connection whose remote offer has the mid 0 and the ufrag b001: what they come to, in that state. */
const candidates: readonly (readonly [name: string, candidate: Candidate, verdict: string])[] = [
  ["by mid", { candidate: "candidate:1", sdpMid: "0" }, ""],
  ["by index", { candidate: "candidate:1", sdpMLineIndex: 0 }, ""],
  ["by both", { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 7 }, ""],
  ["with its generation", { candidate: "candidate:1", sdpMid: "0", usernameFragment: "b001" }, ""],
  ["end of a generation", { candidate: "", sdpMid: "0", usernameFragment: "b001" }, ""],
  ["end of all", { candidate: "" }, ""],
  ["nothing", {}, ""],
  ["null", null, ""],
  ["without a place", { candidate: "candidate:1" }, ", candidate-without-place"],
  ["unknown mid", { candidate: "candidate:1", sdpMid: "9" }, ", candidate-for-unknown-mid"],
  ["unknown index", { candidate: "candidate:1", sdpMLineIndex: 1 }, ", candidate-for-unknown-index"],
  [
    "unknown generation",
    { candidate: "candidate:1", sdpMid: "0", usernameFragment: "b009" },
    ", candidate-for-unknown-generation",
  ],
];

function added(ids: Ids): readonly ConnectionCase[] {
  return candidates.map(([name, candidate, refusal]) => {
    const play = new Play().call(offerFrom([section("0")]));
    play.call({ method: "addIceCandidate", candidate: candidate as Candidate });
    return play.case(ids.idOf("add-candidate", name), `have-remote-offer${refusal}`);
  });
}

/** Without a remote description, every candidate with a place is refused. */
function addedTooEarly(ids: Ids): readonly ConnectionCase[] {
  const refusals = {
    stable: "candidate-without-remote-description",
    "have-local-offer": "candidate-without-remote-description",
  };
  const open = Object.entries(refusals).map(([state, refusal]) => {
    const play = new Play();
    leadTo[state as "stable"](play);
    play.call({ method: "addIceCandidate", candidate: { candidate: "candidate:1", sdpMid: "0" } });
    return play.case(ids.idOf("add-candidate", "in", state), `${state}, ${refusal}`);
  });
  const rolledBack = new Play().call(offerFrom([section("0")]));
  rolledBack.call({ method: "setRemoteDescription", description: { type: "rollback" } });
  rolledBack.call({ method: "addIceCandidate", candidate: { candidate: "candidate:1", sdpMid: "0" } });
  return [
    ...open,
    rolledBack.case(ids.idOf("add-candidate", "after a rollback"), "stable, candidate-without-remote-description"),
  ];
}

const early = (usernameFragment: string, candidate = "candidate:1") =>
  ({ type: "gathered", candidate: { candidate, sdpMid: "0", sdpMLineIndex: 0, usernameFragment } }) as const;

/** When candidates of the own ICE agent are surfaced. */
const gatherings: Readonly<Record<string, (play: Play) => unknown>> = {
  "while the first offer is applied": (play) =>
    play.begin({ method: "setLocalDescription" }).next().report(early("a001")).settle(),
  "after the offer is set": (play) => play.call({ method: "setLocalDescription" }).report(early("a001")).settle(),
  "in two tasks": (play) =>
    play.call({ method: "setLocalDescription" }).report(early("a001")).report(early("a001", "")).settle(),
  "before a failure": (play) =>
    play
      .begin({ method: "setLocalDescription" })
      .next()
      .report(early("a001"))
      .report({ type: "failed", operation: 0, message: "no" }),
  "then rolled back": (play) => {
    play.call({ method: "setLocalDescription" }).report(early("a001"));
    play.begin({ method: "setLocalDescription", description: { type: "rollback" } }).settle();
  },
  "of a generation that was rolled back": (play) => {
    offerAndAnswer(play).call({ method: "restartIce" });
    play.begin({ method: "setLocalDescription" }).next().report(early("a002")).settle();
    play
      .call({ method: "setLocalDescription", description: { type: "rollback" } })
      .report(early("a002"))
      .settle();
    play.report(early("a001")).settle();
  },
  "of an answerer": (play) => {
    answerAnOffer(play.call({ method: "setLocalDescription" }), [section("0")])
      .report(early("a001"))
      .settle();
  },
  "after close": (play) => play.call({ method: "setLocalDescription" }).call({ method: "close" }).report(early("a001")),
  "before close": (play) => {
    play.call({ method: "setLocalDescription" }).report(early("a001"));
    play.begin({ method: "close" }).settle();
  },
};

/** Candidates, of either side. */
export function candidateCases(ids: Ids): readonly ConnectionCase[] {
  const gathered = Object.entries(gatherings).map(([name, script]) => {
    const play = new Play().call({ method: "addTransceiver", trackOrKind: "audio" });
    script(play);
    if (name === "before a failure") play.drain();
    return play.case(ids.idOf("gathered", name), null);
  });
  return [...added(ids), ...addedTooEarly(ids), ...gathered];
}
