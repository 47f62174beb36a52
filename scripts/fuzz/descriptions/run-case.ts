import {
  answerCreated,
  createSession,
  type Outcome,
  offerCreated,
  restoreSession,
  type Session,
  type SessionOptions,
  setLocalDescription,
  setRemoteDescription,
} from "../../../src/entries/index.ts";
import { checkSdp, type Finding, parseSdp } from "../../../src/entries/sdp.ts";
import { Defect, made } from "../defect.ts";
import type { Call, FuzzCase } from "./fuzz-case.ts";
import type { Tally } from "./tally.ts";

/** What a message may have of characters. Two quoted texts of the longest kind are in it. */
const longestMessage = 400;

/** Makes every call of a case in every way there is. @throws Defect for what must not happen */
export function runCase({ options, calls }: FuzzCase, tally: Tally): void {
  let session = createSession(options);
  for (const call of calls) {
    const before = prepared(session, call);
    const outcome = set(before, call);
    tally.count("state", before.signalingState);
    tally.count("verdict", verdictOf(outcome));
    inspect(call, options, before, outcome, tally);
    session = outcome.session;
  }
}

/** What was created may be set, whatever the profile. */
function prepared(session: Session, { side, type, sdp }: Call): Session {
  if (side === "remote") return session;
  const created = type === "offer" ? offerCreated(session, sdp) : answerCreated(session, sdp);
  return created.session;
}

function set(session: Session, { side, type, sdp }: Call): Outcome {
  const setDescription = side === "local" ? setLocalDescription : setRemoteDescription;
  return made(setDescription.name, sdp, () => setDescription(session, { type, sdp }));
}

function inspect(call: Call, options: SessionOptions, before: Session, outcome: Outcome, tally: Tally): void {
  const { side, type, sdp } = call;
  const alone = made("checkSdp without a context", sdp, () => checkSdp(sdp));
  expectInRange(alone, sdp);
  const judgedIn = outcome.kind === "applied" ? (outcome.rolledBack?.session ?? before) : outcome.session;
  const { rtcpMuxPolicy = "require", tolerate = [] } = options;
  const context = { type, side, session: judgedIn, rtcpMuxPolicy, tolerate };
  const findings = made("checkSdp", sdp, () => checkSdp(sdp, context));
  expectInRange(findings, sdp);
  for (const { rule } of findings) tally.count("rule", rule);
  const first = findings.find(({ severity }) => severity === "error") ?? null;
  expectAgreement(outcome, first);
  const parsed = made("parseSdp", sdp, () => parseSdp(sdp, { tolerate }));
  const isSdp = first === null || first.error === "InvalidAccessError";
  if (parsed.ok !== isSdp) throw new Defect("parseSdp and checkSdp disagree on what is SDP");
  // Nothing that a session has read before may count.
  const restored = restoreSession(JSON.parse(JSON.stringify(before)));
  if (restored === null) throw new Defect("a session did not survive JSON");
  const again = set(restored, call);
  if (JSON.stringify(again) !== JSON.stringify(outcome)) throw new Defect("a restored session judges differently");
}

function expectAgreement(outcome: Outcome, first: Finding | null): void {
  const rule = outcome.kind === "rejected" ? outcome.rejection.rule : null;
  const refusedByState = outcome.kind === "rejected" && rule === null;
  if (refusedByState || outcome.kind === "create") return;
  if (rule !== (first?.rule ?? null)) throw new Defect(`the session says ${rule}, checkSdp ${first?.rule ?? null}`);
  if (outcome.kind !== "rejected" || !("sdpLineNumber" in outcome.rejection)) return;
  const { sdpLineNumber } = outcome.rejection;
  if (first?.error !== "RTCError" || sdpLineNumber === first.sdpLineNumber) return;
  throw new Defect(`the session names line ${sdpLineNumber}, checkSdp ${first.sdpLineNumber}`);
}

function expectInRange(findings: readonly Finding[], sdp: string): void {
  const lines = sdp.split("\n");
  const sections = lines.filter((line) => line.startsWith("m=")).length;
  for (const { rule, sdpLineNumber, sdpColumn, mLineIndex, message } of findings) {
    const line = (lines[(sdpLineNumber ?? 0) - 1] ?? "").replace(/\r$/, "");
    const columnFits = sdpColumn === null || (sdpColumn >= 1 && sdpColumn <= line.length + 1);
    if (!columnFits) throw new Defect(`${rule} names column ${sdpColumn} of ${line.length}`);
    if (message.length > longestMessage) throw new Defect(`${rule} says ${message.length} characters`);
    const lineFits = sdpLineNumber === null || (sdpLineNumber >= 1 && sdpLineNumber <= lines.length);
    const sectionFits = mLineIndex === null || (mLineIndex >= 0 && mLineIndex < sections);
    if (!lineFits) throw new Defect(`${rule} names line ${sdpLineNumber} of ${lines.length}`);
    if (!sectionFits) throw new Defect(`${rule} names section ${mLineIndex} of ${sections}`);
  }
}

function verdictOf(outcome: Outcome): string {
  if (outcome.kind !== "rejected") return outcome.kind;
  return `rejected ${outcome.rejection.error}`;
}
