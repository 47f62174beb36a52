// What suites ask `serve`: opaque sessions one after another, short descriptions, brief outcomes.

/** A line to send, and how the answer to it begins. */
export interface Asked {
  readonly line: string;
  readonly answer: string;
}

type Call = readonly [
  request: { readonly op: string; readonly [member: string]: unknown },
  answer: "ok" | "applied" | "rejected",
];

const sdp = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n";
const offer = { type: "offer", sdp };
const answer = { type: "answer", sdp };

const create: Call = [{ op: "create", options: { sdp: "opaque" } }, "ok"];
const drop: Call = [{ op: "drop" }, "ok"];
const remoteOffer: Call = [{ op: "setRemoteDescription", description: offer, brief: true }, "applied"];

/** Two negotiations, one from each side, with two calls that are refused. */
export const negotiations: readonly Call[] = [
  create,
  [{ op: "offerCreated", sdp, brief: true }, "applied"],
  [{ op: "setLocalDescription", description: offer, brief: true }, "applied"],
  [{ op: "setRemoteDescription", description: answer, brief: true }, "applied"],
  [{ op: "setRemoteDescription", description: answer, brief: true }, "rejected"],
  remoteOffer,
  [{ op: "answerCreated", sdp, brief: true }, "applied"],
  [{ op: "setLocalDescription", description: { type: "answer", sdp: "v=0\r\n" }, brief: true }, "rejected"],
  [{ op: "setLocalDescription", description: answer, brief: true }, "applied"],
  drop,
];

/** Opened, used and dropped. */
export const briefUse: readonly Call[] = [create, remoteOffer, drop];

/** The lines of that many sessions, from the one with that number on; each makes the same calls. */
export function linesOf(calls: readonly Call[], first: number, sessions: number): Asked[] {
  return Array.from({ length: sessions * calls.length }, (_, index) => {
    const session = first + Math.floor(index / calls.length);
    const [{ op, ...members }, kind] = calls[index % calls.length] ?? create;
    const id = first * calls.length + index;
    const said = kind === "ok" ? '"ok":true}' : `"outcome":{"kind":"${kind}",`;
    return {
      line: JSON.stringify({ id, op, session: `session-${session}`, ...members }),
      answer: `{"id":${id},${said}`,
    };
  });
}

const junk = [
  "",
  "null",
  "[]",
  "hello?",
  '{"id":1,"op":"create","session":"cut off',
  '{"id":[],"op":"hello"}',
  `[`.repeat(1000),
  '{"__proto__":{"op":"hello"},"op":"\u0000"}',
];

/** The same with a line of junk after every tenth, none of which has an id to answer with. */
export function withJunk(asked: readonly Asked[]): Asked[] {
  return asked.flatMap((one, index) => {
    const line = junk[(index / 10) % junk.length];
    return line === undefined ? [one] : [one, { line, answer: '{"id":null,"fault":' }];
  });
}

/** As bytes to send. */
export function bytesOf(asked: readonly Asked[]): Buffer {
  return Buffer.from(asked.map(({ line }) => `${line}\n`).join(""));
}

/** Throws unless the answers are those expected, in order. */
export function checkAnswers(asked: readonly Asked[], answers: readonly string[]): void {
  const wrong = asked.findIndex(({ answer }, index) => answers[index]?.startsWith(answer) !== true);
  if (wrong !== -1) throw new Error(`Asked ${asked[wrong]?.line}, answered ${answers[wrong]}`);
  if (answers.length !== asked.length) throw new Error(`${answers.length} answers to ${asked.length} lines`);
}
