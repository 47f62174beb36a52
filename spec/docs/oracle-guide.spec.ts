// What docs/guide-oracle.md lists and shows, its blocks of code apart, which run as they are.
import { describe, expect, it } from "vitest";
import guide from "../../docs/guide-oracle.md?raw";
import { rejectionCodes } from "../../src/entries/index.ts";
import { type DifferenceKind, differenceCauses } from "../../src/entries/oracle.ts";
import { checkImplementation } from "../../src/entries/testing.ts";
import { RTCPeerConnection } from "./stand-ins/your-stack.ts";

const kinds: Readonly<Record<DifferenceKind, true>> = {
  applied: true,
  refused: true,
  unsettled: true,
  "settled-after-close": true,
  "wrong-error": true,
  "wrong-line": true,
  "wrong-state": true,
  "wrong-slot": true,
  "changed-sdp": true,
  "wrong-events": true,
  "missing-event": true,
  "unexpected-event": true,
  "wrong-order": true,
  "wrong-value": true,
  "wrong-transceivers": true,
  "wrong-mid": true,
  "wrong-direction": true,
  "wrong-current-direction": true,
  "wrong-streams": true,
};

/** The first cells of the table under that head, as the names in them. */
function listed(head: string): string[] {
  const rows = guide.split(`| ${head} |`)[1]?.split("\n\n")[0]?.split("\n").slice(2) ?? [];
  return rows.flatMap((row) => [...(row.split("|")[1] ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ""));
}

describe("docs/guide-oracle.md", () => {
  it("lists every kind of difference", () => {
    expect(listed("kind | means")).toEqual(Object.keys(kinds));
  });

  it("lists every cause with its sentence", () => {
    expect(listed("cause | means")).toEqual(differenceCauses.map(({ id }) => id));
    for (const { id, summary } of differenceCauses) expect(guide).toContain(`| \`${id}\` | ${summary} |`);
  });

  it("lists provisions that there are", () => {
    const codes = rejectionCodes.map(({ code }) => code);
    const others = listed("provision | when").filter((name) => !/-in-STATE$|^implicit-rollback$|-d5$/.test(name));
    expect(others.length).toBeGreaterThan(5);
    expect(codes).toEqual(expect.arrayContaining(others));
  });

  it("shows the reproduction that is found, whichever path led there and whichever of the pair shows it", async () => {
    const { failure } = await checkImplementation(() => new RTCPeerConnection(), { seed: 1 });
    const shown = /^```js no-check .*\n([\s\S]*?)^```$/m.exec(guide)?.[1] ?? "";
    expect(normal(failure?.reproduction ?? "")).toBe(normal(shown));
  });
});

function normal(reproduction: string): string {
  return reproduction.replace(/path ".*"/, "").replace(/\bb\b/g, "a");
}
