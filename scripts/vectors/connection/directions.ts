import { type Direction, transceiversOf } from "../../../src/entries/connection.ts";
import type { Ids } from "../ids.ts";
import { Play } from "./play.ts";
import { answerAnOffer, answerTo, offerFrom, section } from "./remote-sdp.ts";
import type { ConnectionCase } from "./written.ts";

const directions: readonly Direction[] = ["sendrecv", "sendonly", "recvonly", "inactive"];

/** Sends and receives, by the direction. */
const ways: Readonly<Record<Direction, readonly [sends: boolean, receives: boolean]>> = {
  sendrecv: [true, true],
  sendonly: [true, false],
  recvonly: [false, true],
  inactive: [false, false],
};

/** The direction that remains of one's own where the other side says that. */
function agreed(own: Direction, others: Direction): Direction {
  const both = [ways[own][0] && ways[others][1], ways[own][1] && ways[others][0]];
  const found = directions.find((direction) => ways[direction].every((way, index) => way === both[index]));
  return found as Direction;
}

function requireDirection({ connection }: Play, id: number, expected: Direction, name: string): void {
  const { currentDirection } = transceiversOf(connection).find((one) => one.id === id) ?? {};
  if (currentDirection !== expected) throw new Error(`${name}: must be ${expected}, and is ${currentDirection}`);
}

/** Every direction of an offer against every direction of the answerer's transceiver. */
function answeredOffers(ids: Ids): readonly ConnectionCase[] {
  return directions.flatMap((offered) =>
    directions.map((own) => {
      const id = ids.idOf("direction", "answerer", `offered-${offered}`, `own-${own}`);
      const play = new Play().begin({ method: "addTrack", track: { id: "t", kind: "audio" }, streams: ["s"] });
      play.begin({ method: "setDirection", transceiver: 0, direction: own }).settle();
      answerAnOffer(play, [section("0", "audio", offered, ["r"])]);
      // A peer that receives nothing leaves the transceiver alone: another one is created for its section, to receive.
      const found = ways[offered][1] ? ([0, own] as const) : ([1, "recvonly"] as const);
      requireDirection(play, found[0], agreed(found[1], offered), id);
      return play.case(id, "stable");
    }),
  );
}

/** Every direction that is offered, with every one that the answer may have. */
function offeredAndAnswered(ids: Ids): readonly ConnectionCase[] {
  return directions.flatMap((own) => {
    const answers = new Set(directions.map((others) => agreed(others, own)));
    return [...answers].map((answered) => {
      const id = ids.idOf("direction", "offerer", `own-${own}`, `answered-${answered}`);
      const play = new Play().begin({ method: "addTransceiver", trackOrKind: "audio", init: { direction: own } });
      play.settle().call({ method: "setLocalDescription" });
      play.call(answerTo(play, { 0: { direction: answered, streams: ["r"] } }));
      requireDirection(play, 0, agreed(own, answered), id);
      return play.case(id, "stable");
    });
  });
}

/** A second offer with another direction, and then a rollback, or its answer: tracks are muted, removed and added. */
function changedTracks(ids: Ids): readonly ConnectionCase[] {
  return directions.flatMap((first) =>
    directions.flatMap((second) =>
      ["answer", "rollback"].map((end) => {
        const play = answerAnOffer(new Play(), [section("0", "audio", first, ["r"])]);
        if (ways[first][0]) play.report({ type: "media", transceiver: 0, flows: true });
        play.call(offerFrom([section("0", "audio", second, ["r"])]));
        play.call({
          method: "setLocalDescription",
          ...(end === "answer" ? {} : { description: { type: "rollback" } }),
        });
        return play.case(ids.idOf("tracks", `${first}-then-${second}`, end), "stable");
      }),
    ),
  );
}

const streams: readonly (readonly string[])[] = [[], ["r"], ["q"], ["r", "q"], ["q", "r"]];

/** A second offer with other streams. */
function changedStreams(ids: Ids): readonly ConnectionCase[] {
  return streams.flatMap((before) =>
    streams.map((after) => {
      const play = answerAnOffer(new Play(), [section("0", "audio", "sendonly", before)]);
      play.call(offerFrom([section("0", "audio", "sendonly", after)]));
      play.call({ method: "setLocalDescription", description: { type: "rollback" } });
      const name = (ids: readonly string[]) => ids.join("-") || "no-stream";
      return play.case(ids.idOf("streams", name(before), `then ${name(after)}`), "stable");
    }),
  );
}

/** Directions, tracks and streams. */
export function directionCases(ids: Ids): readonly ConnectionCase[] {
  return [...answeredOffers(ids), ...offeredAndAnswered(ids), ...changedTracks(ids), ...changedStreams(ids)];
}
