import { describe, expect, it } from "vitest";
import type { Context } from "../../cases/sdp/given/contexts.ts";
import { alice, bundled } from "../../cases/sdp/given/descriptions.ts";
import { contentFamilies, grammarRows, structureCases } from "../../cases/sdp/index.ts";
import { checkSdp, type Finding } from "../../src/entries/sdp.ts";

/** Every description of the content tables, refused or accepted, where it is judged. */
const judged = contentFamilies.flatMap(({ rule, source, base, context, refused, accepted }) =>
  [
    ...refused.map(([name, edit, , options]) => ({ name, edit, context: options?.context ?? context })),
    ...accepted.map(([name, edit, options]) => ({ name, edit, context: options?.context ?? context })),
  ].map(({ name, edit, context: where }) => ({ title: `${rule} (${source}): ${name}`, text: edit(base), where })),
);

const malformed = [
  ...structureCases.map(({ rule, name, edit }) => ({
    title: `${rule}: ${name}`,
    text: edit(bundled(alice, "actpass")),
  })),
  ...grammarRows.flatMap((row) =>
    row.refused.map((line) => ({ title: `${row.name}: ${line}`, text: row.edit(line)(bundled(alice, "actpass")) })),
  ),
];

/** What a finding says, without its words. */
const verdicts = (findings: readonly Finding[]): object[] =>
  findings.map(({ severity, error, rule, sdpLineNumber, mLineIndex, mid }) => ({
    severity,
    error,
    rule,
    sdpLineNumber,
    mLineIndex,
    mid,
  }));

interface State {
  readonly signalingState: string;
  readonly [slot: string]: unknown;
}
const stateOf = (context: Context): State => context.session as unknown as State;
const swapped = (text: string): string =>
  text.replace(
    /local|remote|Local|Remote/,
    (side) => ({ local: "remote", remote: "local", Local: "Remote", Remote: "Local" })[side] ?? side,
  );

/** The same call seen from the other side. */
function mirrored(context: Context): Context {
  const { signalingState, ...slots } = stateOf(context);
  const session = Object.fromEntries(Object.entries(slots).map(([slot, value]) => [swapped(slot), value]));
  return {
    ...context,
    side: context.side === "local" ? "remote" : "local",
    session: { ...session, signalingState: swapped(signalingState) } as never,
  };
}

/** The same session with LF ends alone. */
const withLineFeeds = (context: Context): Context => JSON.parse(JSON.stringify(context).replaceAll("\\r\\n", "\\n"));

describe("LF ends or CRLF ends: the same findings, word for word", () => {
  it.each(judged)("$title", ({ text, where }) =>
    expect(checkSdp(text.replaceAll("\r\n", "\n"), withLineFeeds(where))).toEqual(checkSdp(text, where)),
  );
  it("of what is malformed too, where no CR is the matter", () => {
    for (const { title, text } of malformed) {
      if (/\r(?!\n)/.test(text) || text.includes("\r\r")) continue;
      expect(checkSdp(text.replaceAll("\r\n", "\n")), title).toEqual(checkSdp(text));
    }
  });
});

describe("seen from the other side: the same findings, but for what only remote descriptions owe", () => {
  /** rtcp-mux has a rule for each side; apt is judged in remote descriptions only, ice-lite in local ones; forking and replaced offers are one-sided. */
  const oneSided = new Set(["D7", "D10", "D26", "W31"]);
  const mirrorable = judged.filter(({ where }) => {
    const { signalingState } = stateOf(where);
    return !signalingState.endsWith("pranswer") && (where.type !== "offer" || signalingState === "stable");
  });
  const twoSided = (findings: readonly Finding[]): object[] =>
    verdicts(findings.filter(({ rule }) => !oneSided.has(rule)));

  it("covers most of the tables", () => expect(mirrorable.length).toBeGreaterThan(judged.length * 0.8));
  it.each(mirrorable)("$title", ({ text, where }) =>
    expect(twoSided(checkSdp(text, mirrored(where)))).toEqual(twoSided(checkSdp(text, where))),
  );
});

describe("a provisional answer is judged as a final one", () => {
  const other = { answer: "pranswer", pranswer: "answer", offer: "offer" } as const;
  it.each(judged.filter(({ where }) => where.type === "answer" || where.type === "pranswer"))(
    "$title",
    ({ text, where }) =>
      expect(verdicts(checkSdp(text, { ...where, type: other[where.type ?? "offer"] }))).toEqual(
        verdicts(checkSdp(text, where)),
      ),
  );
});

describe("a session that went through JSON gives the same findings", () => {
  it("everywhere", () => {
    for (const { title, text, where } of judged) {
      expect(checkSdp(text, JSON.parse(JSON.stringify(where))), title).toEqual(checkSdp(text, where));
    }
  });
});

describe("errors come before warnings, and rtcp-mux before every other content", () => {
  it("everywhere", () => {
    for (const { title, text, where } of judged) {
      const severities = checkSdp(text, where).map(({ severity }) => severity);
      expect(severities, title).toEqual([...severities].sort());
    }
  });
});
