import { existsSync, readdirSync, readFileSync } from "node:fs";
import { answers, offers } from "../../../property-tests/arbitraries/sdp-seeds.ts";
import type { TraceEvent } from "../../../src/oracle/evidence/trace-event.ts";
import { capturedEvents } from "../captures.ts";
import type { Call } from "./fuzz-case.ts";
import { handMadeConnections } from "./hand-made-cases.ts";

const corpus = new URL("../../../../shared/sdp-corpus/", import.meta.url);

/** What the fuzzer starts from. */
export interface Seeds {
  /** The calls that a connection takes one after the other: the captures, and the exchanges written by hand. */
  readonly connections: readonly (readonly Call[])[];
  /** The connections of the hand-made cases, by rule, each with the case as its last call. */
  readonly cases: readonly (readonly (readonly Call[])[])[];
  /** Single offers: the corpora, where they are. */
  readonly strangers: readonly (readonly Call[])[];
  /** Texts to take lines from. */
  readonly donors: readonly string[];
}

/** Everything there is to start from. */
export function readSeeds(): Seeds {
  const texts = corpusTexts();
  const captured = capturedConnections();
  const connections = [...captured, ...offers.map((sdp, index) => exchange(sdp, answers[index] ?? ""))];
  return {
    connections: [...connections, ...connections.map(mirrored)],
    cases: handMadeConnections(),
    strangers: texts.map((sdp): Call[] => [{ side: "remote", type: "offer", sdp }]),
    donors: [...offers, ...answers, ...texts, ...captured.flatMap((calls) => calls.map(({ sdp }) => sdp))],
  };
}

function exchange(offer: string, answer: string): Call[] {
  return [
    { side: "local", type: "offer", sdp: offer },
    { side: "remote", type: "answer", sdp: answer },
    { side: "remote", type: "offer", sdp: answer },
    { side: "local", type: "answer", sdp: offer },
  ];
}

function mirrored(calls: readonly Call[]): Call[] {
  return calls.map((call) => ({ ...call, side: call.side === "local" ? "remote" : "local" }));
}

function capturedConnections(): Call[][] {
  return capturedEvents()
    .map(callsOf)
    .filter((calls) => calls.length > 0);
}

/** The descriptions of a log in their order, those of calls without SDP from what they have set. */
function callsOf(events: readonly TraceEvent[]): Call[] {
  return events.flatMap((event) => {
    if (!("call" in event)) return [];
    if (event.call !== "setLocalDescription" && event.call !== "setRemoteDescription") return [];
    const { type, sdp } = (event.description ?? {}) as { type?: string; sdp?: string };
    if (sdp === undefined || (type !== "offer" && type !== "pranswer" && type !== "answer")) return [];
    return [{ side: event.call === "setLocalDescription" ? "local" : "remote", type, sdp }];
  });
}

function corpusTexts(): string[] {
  if (!existsSync(corpus)) return [];
  return (
    readdirSync(corpus, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".sdp"))
      .sort()
      .map((name) => readFileSync(new URL(name, corpus), "utf8"))
      // Many have lost the blank that their s= line is: left so, none would ever get beyond it.
      .map((sdp) => sdp.replace("\ns=\n", "\ns= \n"))
  );
}
