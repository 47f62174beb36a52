// `explain`: every cell of every profile, against tables transcribed by hand from the specifications.
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../cases/text-table.ts";
import { explainCall } from "../../src/cli/explain/explain-call.ts";
import { fakeTerminal } from "./running/replaying.ts";

// `-` is refused; † is legal only where a provisional answer can be rolled back, ‡ only by implicit rollback.
const local = `
  state                | offer             | pranswer             | answer | rollback
  stable               | have-local-offer  | -                    | -      | -
  have-local-offer     | have-local-offer  | -                    | -      | stable
  have-remote-offer    | -                 | have-local-pranswer  | stable | stable
  have-local-pranswer  | -                 | have-local-pranswer  | stable | † stable
  have-remote-pranswer | -                 | -                    | -      | † stable
  closed               | -                 | -                    | -      | -
`;
const remote = `
  state                | offer               | pranswer             | answer | rollback
  stable               | have-remote-offer   | -                    | -      | -
  have-local-offer     | ‡ have-remote-offer | have-remote-pranswer | stable | stable
  have-remote-offer    | have-remote-offer   | -                    | -      | stable
  have-local-pranswer  | -                   | -                    | -      | † stable
  have-remote-pranswer | -                   | have-remote-pranswer | stable | † stable
  closed               | -                   | -                    | -      | -
`;
const legalSigns = { "webrtc-pc": "‡", rfc9429: "†", legacy: "" } as const;

const sdpTypes = ["offer", "pranswer", "answer", "rollback"] as const;
type Arguments = Parameters<typeof explainCall>;

interface Cell {
  readonly state: Arguments[0];
  readonly side: Arguments[1];
  readonly type: Arguments[2];
  /** The state afterwards, null where it is refused. */
  readonly next: string | null;
  readonly implicit: boolean;
}

function cellsOf(side: "local" | "remote", text: string, legalSign: string): Cell[] {
  return rowsOf(text).flatMap((row) =>
    sdpTypes.map((type) => {
      const [, sign = "", entry = "-"] = /^([†‡]?) ?(.*)$/.exec(row[type] ?? "") ?? [];
      const legal = entry !== "-" && (sign === "" || sign === legalSign);
      return { state: row.state as Cell["state"], side, type, next: legal ? entry : null, implicit: sign === "‡" };
    }),
  );
}

function told(...[state, side, type, { profile }]: [...Arguments] extends [...infer Rest, unknown] ? Rest : never) {
  const { terminal, printed, complaints } = fakeTerminal();
  const status = explainCall(state, side, type, { profile }, terminal);
  expect(complaints).toEqual([]);
  return { status, text: printed.join("") };
}

describe.each(Object.entries(legalSigns))("explain by the profile %s", (name, sign) => {
  const profile = name as keyof typeof legalSigns;
  const cells = [...cellsOf("local", local, sign), ...cellsOf("remote", remote, sign)];

  it("has 48 cells, and as many legal ones as the specification", () => {
    const legal = cells.filter(({ next }) => next !== null).length;
    // Implicit rollback is no edge: it comes on top of webrtc-pc's 16.
    expect([cells.length, legal]).toEqual([48, { "webrtc-pc": 17, rfc9429: 20, legacy: 16 }[profile]]);
  });

  it.each(cells)("$side $type in $state", ({ state, side, type, next, implicit }) => {
    const { status, text } = told(state, side, type, { profile });
    const [title = "", ...lines] = text.trimEnd().split("\n");
    const call = `${side === "local" ? "setLocalDescription" : "setRemoteDescription"}(${type})`;
    expect(title).toBe(`${call} in ${state}, by the profile ${profile}: ${next === null ? "refused" : "legal"}`);
    expect(status).toBe(next === null ? 1 : 0);
    expect(lines.find((line) => line.includes("state afterwards"))?.split(": ")[1]).toBe(next ?? undefined);
    expect(text.includes("implicit rollback: ")).toBe(implicit && next !== null);
    expect(text.includes("error: InvalidStateError (")).toBe(next === null);
    expect(lines.at(-1)).toMatch(/^ {2}see (webrtc-pc #[\w-]+|RFC 9429 §[\d.]+): https:\/\/[\w./#-]+$/);
  });
});

describe("what explain says follows", () => {
  const effectsOf = (...cell: Parameters<typeof told>) => /effects: (.*)/.exec(told(...cell).text)?.[1];
  const profile = "webrtc-pc";

  it.each([
    ["stable", "local", "offer", "release-early-candidates, signalingstatechange (have-local-offer)"],
    ["have-local-offer", "local", "offer", "release-early-candidates"],
    ["have-remote-offer", "remote", "offer", "none"],
    ["have-local-offer", "remote", "answer", "update-negotiation-needed, signalingstatechange (stable)"],
    ["have-local-offer", "remote", "rollback", "update-negotiation-needed, signalingstatechange (stable)"],
    [
      "have-local-pranswer",
      "local",
      "answer",
      "release-early-candidates, update-negotiation-needed, signalingstatechange (stable)",
    ],
    [
      "have-local-offer",
      "remote",
      "offer",
      "update-negotiation-needed, signalingstatechange (stable), signalingstatechange (have-remote-offer)",
    ],
  ] as const)("in %s, %s %s", (state, side, type, effects) => {
    expect(effectsOf(state, side, type, { profile })).toBe(effects);
  });

  it("names what would have been legal", () => {
    const { text } = told("have-remote-pranswer", "local", "answer", { profile });
    expect(text).toContain(
      "Legal in have-remote-pranswer: setRemoteDescription(pranswer), setRemoteDescription(answer).",
    );
  });

  it("cites the section that decides", () => {
    const section = (...cell: Parameters<typeof told>) => /see (.*):/.exec(told(...cell).text)?.[1]?.split(": ")[0];
    expect(section("stable", "local", "offer", { profile })).toBe("RFC 9429 §5.5");
    expect(section("stable", "remote", "offer", { profile })).toBe("RFC 9429 §5.6");
    expect(section("have-remote-offer", "local", "rollback", { profile })).toBe("RFC 9429 §5.7");
    expect(section("have-remote-pranswer", "local", "rollback", { profile })).toBe("webrtc-pc #set-description");
    expect(section("have-local-offer", "remote", "offer", { profile })).toBe(
      "webrtc-pc #dom-peerconnection-setremotedescription",
    );
  });
});
