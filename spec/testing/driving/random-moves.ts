// Calls on a peer connection of the fake, overlapping or not, and all that an application could see of them.
import fc from "fast-check";
import { alice, audioOnly, bob } from "../../../cases/sdp/given/descriptions.ts";
import type { FakePeerConnection } from "../faulty/fake-peer-connection.ts";
import { type FaultName, faults } from "../simulated/faults.ts";
import { rest } from "./rest.ts";

/** Something that an application does; what is not awaited overlaps with what comes next. */
export interface Move {
  readonly call: (typeof callNames)[number] | "wait";
  readonly awaited: boolean;
}

const callNames = [
  "createOffer",
  "createAnswer",
  "local",
  "local offer",
  "local answer",
  "local pranswer",
  "local rollback",
  "local created offer",
  "local created answer",
  "local created pranswer",
  "local munged",
  "local nonsense",
  "remote",
  "remote offer",
  "remote pranswer",
  "remote answer",
  "remote rollback",
  "remote broken",
  "remote garbage",
  "remote nonsense",
  "close",
] as const;

/** Moves that lead on are likelier, and close() is rare. */
export const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    call: fc.oneof(
      { weight: 10, arbitrary: fc.constantFrom<Move["call"]>("local", "remote offer", "remote answer") },
      { weight: 20, arbitrary: fc.constantFrom(...callNames.slice(0, -1)) },
      { weight: 3, arbitrary: fc.constant<Move["call"]>("wait") },
      { weight: 1, arbitrary: fc.constant<Move["call"]>("close") },
    ),
    awaited: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12, size: "max" },
);

/** Any fault that is put into the fake, or none. */
export const anyFault: fc.Arbitrary<FaultName | undefined> = fc.constantFrom(
  undefined,
  ...faults.map(({ name }) => name),
);

/** The same moves with nothing under way while one of those calls is made. */
export function apart(moves: readonly Move[], calls: readonly Move["call"][]): Move[] {
  const wait: Move = { call: "wait", awaited: true };
  return moves.flatMap((move) => (calls.includes(move.call) ? [wait, move, wait] : [move]));
}

/** What the other side says: descriptions that never change. */
const theirs = {
  offer: audioOnly(alice, "actpass"),
  broken: audioOnly(alice, "actpass").replace(/^a=fingerprint:.*\r\n/m, ""),
};

/**
 * Makes the moves, and writes down what is to be seen, in order: events, how each call ends and where the connection is
 * then.
 *
 * @returns the record, and the errors that calls were refused with
 */
export async function play(
  pc: FakePeerConnection,
  moves: readonly Move[],
): Promise<{ readonly record: readonly string[]; readonly errors: readonly unknown[] }> {
  const record: string[] = [];
  const errors: unknown[] = [];
  const started: Promise<unknown>[] = [];
  const made = { offer: "", answer: "" };
  pc.addEventListener("signalingstatechange", () => record.push(`event ${pc.signalingState}`));
  for (const [number, { call, awaited }] of moves.entries()) {
    if (call === "wait") {
      await rest();
      continue;
    }
    const settled: Promise<unknown> = start(pc, call, made).then(
      (value) => {
        record.push(`${number} ${call}: resolved with ${JSON.stringify(value)} in ${look(pc)}`);
        if (isCreated(value)) made[value.type] = value.sdp;
      },
      (error) => {
        record.push(`${number} ${call}: ${wordsOf(error)} in ${look(pc)}`);
        errors.push(error);
      },
    );
    started.push(settled);
    // What close() overtakes never settles.
    if (awaited) await Promise.race([settled, rest()]);
  }
  await Promise.race([Promise.all(started), restAfter(moves.length)]);
  await rest();
  record.push(`at last ${look(pc)}`);
  return { record, errors };
}

function start(pc: FakePeerConnection, call: string, made: { offer: string; answer: string }): Promise<unknown> {
  if (call === "createOffer" || call === "createAnswer") return pc[call]();
  if (call === "close") return Promise.resolve(pc.close());
  const [side, ...words] = call.split(" ");
  const description = side === "local" ? localDescription(words, made) : remoteDescription(words, pc);
  return side === "local" ? pc.setLocalDescription(description) : pc.setRemoteDescription(description);
}

function localDescription([first, second]: readonly string[], { offer, answer }: { offer: string; answer: string }) {
  if (first === undefined) return undefined;
  if (first === "munged") return { type: "offer", sdp: `${offer}a=x-munged\r\n` };
  if (first !== "created") return { type: first };
  return { type: second, sdp: second === "offer" ? offer : answer };
}

function remoteDescription([first]: readonly string[], pc: FakePeerConnection): object | undefined {
  if (first === undefined) return undefined;
  if (first === "garbage") return { type: "offer", sdp: "garbage" };
  if (first === "broken") return { type: "offer", sdp: theirs.broken };
  if (first === "offer") return { type: "offer", sdp: theirs.offer };
  return first === "answer" || first === "pranswer" ? { type: first, sdp: answerTo(pc) } : { type: first };
}

// The offer itself in other words: the other side takes part in the data channel, and is active.
function answerTo({ localDescription }: FakePeerConnection): string {
  return (localDescription?.sdp ?? "")
    .replace("a=setup:actpass", "a=setup:active")
    .replace(/^a=ice-ufrag:.*$/m, `a=ice-ufrag:${bob.ufrag}`)
    .replace(/^a=tls-id:.*$/m, `a=tls-id:${bob.tlsId}`);
}

function isCreated(value: unknown): value is { readonly type: "offer" | "answer"; readonly sdp: string } {
  return typeof value === "object" && value !== null && "type" in value && "sdp" in value;
}

function wordsOf(error: unknown): string {
  const { name, message, errorDetail, sdpLineNumber } = error as Error &
    Record<"errorDetail" | "sdpLineNumber", unknown>;
  return `${name} ${errorDetail ?? ""} ${sdpLineNumber ?? ""} ${message}`;
}

function look(pc: FakePeerConnection): string {
  const { pendingLocalDescription, currentLocalDescription, pendingRemoteDescription, currentRemoteDescription } = pc;
  const slots = {
    pendingLocalDescription,
    currentLocalDescription,
    pendingRemoteDescription,
    currentRemoteDescription,
  };
  return `${pc.signalingState} ${JSON.stringify(slots)}`;
}

/** So many calls take no longer, one after the other. */
async function restAfter(calls: number): Promise<void> {
  for (let call = 0; call < calls; call += 1) await rest();
}
