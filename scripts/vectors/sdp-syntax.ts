import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { lastLineNumber, lineNumber } from "../../cases/sdp/given/edits.ts";
import { grammarRows, structureCases } from "../../cases/sdp/index.ts";
import type { StructureCase } from "../../cases/sdp/structure-case.ts";
import { createSession, setRemoteDescription } from "../../src/entries/index.ts";
import { parseSdp } from "../../src/entries/sdp.ts";
import { rejectionWritten } from "./expected.ts";
import { Ids } from "./ids.ts";
import { lineCases } from "./sdp-line-cases.ts";
import type { Vectors } from "./vector-file.ts";

const offer = bundled(alice, "actpass");

/** Text that is not SDP, with the first wrong line, and neighbours that are. */
export function sdpSyntax(): Vectors {
  const ids = new Ids();
  const structure = structureCases.flatMap((row) => {
    const { rule, name, edit, neighbour } = row;
    const text = edit(offer);
    const refused = malformed(ids.idOf(rule, "refused", name), text, rule, lineOf(row, text));
    if (neighbour === undefined) return [refused];
    return [refused, wellFormed(ids.idOf(rule, "accepted", name), neighbour(offer), rule)];
  });
  const grammar = grammarRows.flatMap(({ rule, name, edit, refused, accepted }) => [
    ...refused.map((line) => {
      const text = edit(line)(offer);
      return malformed(ids.idOf(rule, name, "refused", line), text, rule, lineNumber(text, line));
    }),
    ...accepted.map((line) => wellFormed(ids.idOf(rule, name, "accepted", line), edit(line)(offer), rule)),
  ]);
  const lines = lineCases.map(([name, text, rule, line]) =>
    line === null
      ? wellFormed(ids.idOf(rule, "lines", "accepted", name), text, rule)
      : malformed(ids.idOf(rule, "lines", "refused", name), text, rule, line),
  );
  return {
    vectors: "sdp-syntax",
    about: "Text that is not SDP, with the first line that is wrong, and text that is.",
    cases: [...structure, ...grammar, ...lines],
  };
}

function lineOf({ at }: StructureCase, text: string): number {
  if (typeof at === "number") return at;
  return typeof at === "string" ? lineNumber(text, at) : lastLineNumber(text, at.last);
}

function malformed(id: string, sdp: string, rule: string, sdpLineNumber: number) {
  const outcome = setRemoteDescription(createSession(), { type: "offer", sdp });
  const rejection = outcome.kind === "rejected" ? outcome.rejection : null;
  if (rejection?.error !== "RTCError" || rejection.rule !== rule || rejection.sdpLineNumber !== sdpLineNumber) {
    throw new Error(`${id} must break ${rule} in line ${sdpLineNumber}: ${JSON.stringify(rejection)}`);
  }
  return { id, rule, sdp, rejection: rejectionWritten(rejection) };
}

function wellFormed(id: string, sdp: string, rule: string) {
  const parsed = parseSdp(sdp);
  if (!parsed.ok) throw new Error(`${id} must be SDP: ${JSON.stringify(parsed.error)}`);
  return { id, rule, sdp, rejection: null };
}
