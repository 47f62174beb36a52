import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import {
  answerCreated,
  createSession,
  type Outcome,
  offerCreated,
  type Session,
  setLocalDescription,
  setRemoteDescription,
} from "../../src/entries/index.ts";
import type { Group } from "./group.ts";

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

/** Scenarios in which the former answerer stopped the tag: Chromium then answers active although DTLS goes on. */
const tagStopped = new Set(["stopTagByAnswerer", "rejectAll"]);

/** Renegotiations of two Chromiums, replayed through two sessions: a call that worked there is refused nowhere, but for Chromium's own A6. */
export function liveRenegotiations(folder: URL): Group {
  const text = gunzipSync(readFileSync(new URL("chromium-chromium.json.gz", folder))).toString("utf8");
  const { out } = JSON.parse(text) as { out: readonly Scenario[] };
  const replays = out.map(replayed);
  return {
    title: "renegotiations of two Chromiums, call by call",
    accepted: replays.reduce((sum, { applied }) => sum + applied, 0),
    refused: replays.flatMap(({ refused }) => refused),
    wrong: replays.flatMap(({ wrong }) => wrong),
  };
}

function replayed({ name, bundlePolicy, steps }: Scenario) {
  const sessions = { A: createSession(), B: createSession() };
  const refused: (readonly [name: string, reason: string])[] = [];
  const wrong: string[] = [];
  let applied = 0;
  for (const [index, step] of steps.entries()) {
    const outcome = made(sessions[step.pc], step);
    if (outcome.kind === "applied") applied++;
    if (outcome.kind === "rejected") {
      const { rule, message } = outcome.rejection;
      const title = `${name} (${bundlePolicy}) ${index}`;
      refused.push([title, message]);
      const isChromiums = rule === "A6" && step.type === "answer" && tagStopped.has(name);
      if (step.ok && !isChromiums) wrong.push(`${title} worked, and is refused: ${message}`);
    }
    // The browser went on: so does the session, with what it refused tolerated for once.
    sessions[step.pc] = outcome.kind === "rejected" && step.ok ? leniently(sessions[step.pc], step) : outcome.session;
  }
  return { applied, refused, wrong };
}

function made(session: Session, { api, type, sdp = "" }: Step): Outcome {
  const description = { type, sdp };
  if (api === "setRemoteDescription") return setRemoteDescription(session, description);
  const created = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  return setLocalDescription(type === "rollback" ? session : created.session, description);
}

function leniently(session: Session, step: Step): Session {
  const options = createSession({ tolerate: ["A6"] }).options;
  const { session: after } = made({ ...session, options }, step);
  return { ...after, options: session.options };
}
