import { readFileSync } from "node:fs";
import {
  answerCreated,
  createSession,
  type Outcome,
  offerCreated,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import type { Group, Refusal } from "./group.ts";

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
        const set = [setOn(sessions[0], local === 0, type, sdp), setOn(sessions[1], local === 1, type, sdp)] as const;
        sessions = [set[0].session, set[1].session];
        return set.map((outcome) => ({ name: `${type}-${name}`, outcome }));
      }),
    );
  });
  const refused = outcomes.flatMap(({ name, outcome }) => refusalOf(name, outcome));
  return {
    title: "RFC 9429 examples, each set on both sides",
    accepted: outcomes.length - refused.length,
    refused,
    wrong: refused.map(([name]) => `${name} is to be accepted`),
  };
}

function setOn(session: Session, isLocal: boolean, type: "offer" | "answer", sdp: string): Outcome {
  if (!isLocal) return setRemoteDescription(session, { type, sdp });
  const created = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  return setLocalDescription(created.session, { type, sdp });
}

function refusalOf(name: string, outcome: Outcome): Refusal[] {
  if (outcome.kind === "applied") return [];
  return [[name, outcome.kind === "rejected" ? outcome.rejection.message : "it has no SDP"]];
}
