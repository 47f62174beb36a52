import { readFileSync } from "node:fs";
import * as core from "../../src/entries/index.ts";
import { createSession, type Outcome } from "../../src/entries/index.ts";
import { acceptedOf, type Group, type Named } from "./group.ts";
import { made } from "./set-call.ts";

/** An offer and its answer, and which of the two sessions offers. */
interface Exchange {
  readonly name: string;
  readonly offeredBy: 0 | 1;
}

/** The exchanges of each example, in their order. */
const examples: Readonly<Record<string, readonly Exchange[]>> = {
  "§7.1": [{ name: "A1", offeredBy: 0 }],
  "§7.2": [
    { name: "B1", offeredBy: 0 },
    { name: "B2", offeredBy: 1 },
  ],
  "§7.3": [
    { name: "C1", offeredBy: 0 },
    { name: "C2", offeredBy: 1 },
  ],
};

/**
 * Sets the descriptions of RFC 9429's examples on two sessions each, created there and then set: all must be accepted.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9429.html#section-7
 */
export function rfc9429Examples(folder: URL): Group {
  const outcomes = Object.values(examples).flatMap((exchanges) => {
    let sessions = [createSession(), createSession()] as const;
    return exchanges.flatMap(({ name, offeredBy }) =>
      (["offer", "answer"] as const).flatMap((type) => {
        const sdp = readFileSync(new URL(`${type}-${name}.sdp`, folder), "utf8");
        const local = type === "offer" ? offeredBy : 1 - offeredBy;
        const sideOn = (end: 0 | 1) => (local === end ? "local" : "remote");
        const set = [
          made(core, sessions[0], { side: sideOn(0), type, sdp }),
          made(core, sessions[1], { side: sideOn(1), type, sdp }),
        ] as const;
        sessions = [set[0].session, set[1].session];
        return set.map((outcome) => ({ name: `${type}-${name}`, outcome }));
      }),
    );
  });
  const refused = outcomes.flatMap(({ name, outcome }) => refusalOf(name, outcome));
  return {
    title: "RFC 9429 examples, each set on both sides",
    summary: acceptedOf(outcomes.length, refused.length),
    named: refused,
    wrong: refused.map(([name]) => `${name} is to be accepted`),
  };
}

function refusalOf(name: string, outcome: Outcome): Named[] {
  if (outcome.kind === "applied") return [];
  return [[name, outcome.kind === "rejected" ? outcome.rejection.message : "it has no SDP"]];
}
