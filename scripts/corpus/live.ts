import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as core from "../../src/entries/index.ts";
import { createSession, type Outcome, type Session } from "../../src/entries/index.ts";
import type { Group, Named } from "./group.ts";
import { made } from "./set-call.ts";

/** A call on one of the two browsers, and whether it worked. */
interface Step {
  readonly pc: "A" | "B";
  readonly api: "setLocalDescription" | "setRemoteDescription";
  readonly type: "offer" | "pranswer" | "answer" | "rollback";
  readonly sdp?: string;
  readonly ok: boolean;
}

interface Scenario {
  readonly name: string;
  readonly bundlePolicy: string;
  readonly steps: readonly Step[];
}

/** Scenarios in which the former answerer stopped the tag. */
const tagStopped = new Set(["stopTagByAnswerer", "rejectAll"]);
const chromiums =
  "worked, and is Chromium's own A6: it answers active after a stopped tag section, although DTLS goes on";
const refusedToo = "refused by Chromium too";

/** Renegotiations of two Chromiums, replayed through two sessions: a call that worked there is refused nowhere, but for Chromium's own A6. */
export function liveRenegotiations(folder: URL): Group {
  const text = gunzipSync(readFileSync(new URL("chromium-chromium.json.gz", folder))).toString("utf8");
  const { out } = JSON.parse(text) as { out: readonly Scenario[] };
  const replays = out.map(replayed);
  const named = replays.flatMap((replay) => replay.named);
  return {
    title: "renegotiations of two Chromiums, call by call",
    summary: summaryOf(
      replays.reduce((sum, { applied }) => sum + applied, 0),
      named,
    ),
    named,
    wrong: replays.flatMap(({ wrong }) => wrong),
  };
}

function replayed({ name, bundlePolicy, steps }: Scenario) {
  const sessions = { A: createSession(), B: createSession() };
  const named: Named[] = [];
  const wrong: string[] = [];
  let applied = 0;
  for (const [index, step] of steps.entries()) {
    const outcome = replay(sessions[step.pc], step);
    if (outcome.kind === "applied") applied++;
    if (outcome.kind === "rejected") {
      const { rule, message } = outcome.rejection;
      const title = `${name} (${bundlePolicy}) ${index}`;
      const isChromiums = rule === "A6" && step.type === "answer" && tagStopped.has(name);
      if (!step.ok) named.push([title, `${refusedToo}: ${message}`]);
      else if (isChromiums) named.push([title, `${chromiums}: ${message}`]);
      else wrong.push(`${title} worked, and is refused: ${message}`);
    }
    // The browser went on: so does the session, with what it refused tolerated for once.
    sessions[step.pc] = outcome.kind === "rejected" && step.ok ? leniently(sessions[step.pc], step) : outcome.session;
  }
  return { applied, named, wrong };
}

function summaryOf(applied: number, named: readonly Named[]): string {
  const own = named.filter(([, reason]) => reason.startsWith(chromiums)).length;
  return `${applied} calls applied, ${named.length - own} refused by Chromium too, ${own} refused as its own A6`;
}

function replay(session: Session, { api, type, sdp = "" }: Step): Outcome {
  return made(core, session, { side: api === "setLocalDescription" ? "local" : "remote", type, sdp });
}

function leniently(session: Session, step: Step): Session {
  const options = createSession({ tolerate: ["A6"] }).options;
  const { session: after } = replay({ ...session, options }, step);
  return { ...after, options: session.options };
}
