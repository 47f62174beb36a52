import type { Ids } from "../ids.ts";
import { type Departure, Play } from "./play.ts";
import { answerAnOffer, answerTo, offerAndAnswer, offerFrom, section } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

const track = { id: "t", kind: "audio" } as const;

/** Exchanges in which much goes on. */
const exchanges: Readonly<Record<string, (play: Play) => unknown>> = {
  offerer: (play) => {
    play.begin({ method: "addTrack", track, streams: ["s"] });
    play.begin({ method: "createDataChannel", label: "x" });
    play.call({ method: "createOffer" });
    offerAndAnswer(play);
    play.begin({ method: "addIceCandidate", candidate: { candidate: "candidate:1", sdpMid: "0" } });
    play.begin({ method: "replaceTrack", transceiver: 0, track: { id: "u", kind: "audio" } });
    play.settle();
  },
  answerer: (play) => {
    play.begin(offerFrom([section("0"), section("1", "data")]));
    play.begin({ method: "setLocalDescription" });
    play.settle();
    const candidate = { candidate: "candidate:1", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "a001" };
    play.report({ type: "gathered", candidate }).settle();
    play.report({ type: "media", transceiver: 0, flows: true });
  },
  glare: (play) => {
    play.begin({ method: "addTrack", track, streams: [] });
    play.call({ method: "setLocalDescription" });
    answerAnOffer(play, [section("0")]);
  },
};

/** The connection is closed after each input of an exchange; whatever the stack still reports comes too late. */
export function closingCases(ids: Ids): readonly ConnectionCase[] {
  return Object.entries(exchanges).flatMap(([name, script]) => {
    const whole = new Play().play(script).steps.length;
    return Array.from({ length: whole - 1 }, (_, index) => {
      const play = new Play({}, { closeAfter: index + 1 }).play(script);
      return play.case(ids.idOf("close", name, `after-${index + 1}`), "closed");
    });
  });
}

/** Each piece of work of an exchange fails, in turn: nothing has changed, and what follows is judged by that. */
export function failingCases(ids: Ids): readonly ConnectionCase[] {
  return Object.entries(exchanges).flatMap(([name, script]) => {
    const { works } = new Play().play(script);
    return Array.from({ length: works }, (_, failing) => {
      const departure: Departure = { failing };
      return new Play({}, departure).play(script).case(ids.idOf("failure", name, `work-${failing + 1}`), null);
    });
  });
}

/** A failure in the midst of a glare: the rollback stands, and the offer is not set. */
export function failingOfferCases(ids: Ids): readonly ConnectionCase[] {
  return ["offer", "pranswer", "answer"].map((type) => {
    // Creating and applying the own offer come first; an offer from the other side is first a rollback.
    const play = new Play({}, { failing: type === "offer" ? 3 : 2 });
    play.call({ method: "addTransceiver", trackOrKind: "audio" }).call({ method: "setLocalDescription" });
    play.call(type === "offer" ? offerFrom([section("0")]) : answerTo(play, {}, { type }));
    const verdict = type === "offer" ? "stable" : "have-local-offer";
    return play.case(ids.idOf("failure", "remote", type), `${verdict}, operation-failed`);
  });
}
