import { createSession } from "../../src/entries/index.ts";
import { remembered } from "./expected.ts";
import { Ids } from "./ids.ts";
import { namedSequences } from "./named-sequences.ts";
import { reachableSequences } from "./reachable-sequences.ts";
import { sdpSequences } from "./sdp-sequences.ts";
import type { Vectors } from "./vector-file.ts";

/** Deep enough to reach every state. */
const depth = 3;

/** Calls made one after the other on one session, and what each must do. */
export function sequences(): Vectors {
  const ids = new Ids();
  return {
    vectors: "sequences",
    about: "Calls on one session, and what each must do: the outcome, its effects and all that is remembered.",
    shared: { newSession: remembered(createSession()) },
    cases: [...namedSequences(ids), ...sdpSequences(ids), ...reachableSequences(ids, depth)],
  };
}
