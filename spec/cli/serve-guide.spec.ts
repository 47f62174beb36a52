// What docs/guide-serve.md shows and lists is true.
import { describe, expect, it } from "vitest";
import guide from "../../docs/guide-serve.md?raw";
import { answer, callOperations } from "../../src/cli/serve/answer.ts";
import { createClient } from "../../src/cli/serve/client.ts";
import {
  defaultLimits,
  highestLimits,
  maxCreateLength,
  maxNameLength,
  maxSessionText,
} from "../../src/cli/serve/limits.ts";
import { success } from "../../src/result.ts";

/** The part of the guide under a heading. */
function part(heading: string): string {
  return guide.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? "";
}

describe("docs/guide-serve.md", () => {
  it("shows what is answered, cut at an … that ends a line", () => {
    const held = createClient(defaultLimits);
    const requests = [...part("A conversation").matchAll(/^→ (.*)\n← (.*)$/gm)];
    expect(requests).toHaveLength(12);
    for (const [, request = "", shown = ""] of requests) {
      const answered = answer(held, success(request));
      if (shown.endsWith("…")) expect(answered.slice(0, shown.length - 1)).toBe(shown.slice(0, -1));
      else expect(answered).toBe(shown);
    }
  });

  it("lists every operation", () => {
    const listed = [...part("Requests").matchAll(/^\| (`.*?`) \|/gm)].flatMap(
      ([, cell = ""]) => cell.match(/\w+/g) ?? [],
    );
    expect(listed.sort()).toEqual(
      ["hello", "next", "create", "drop", "check", "judge", "step", ...callOperations, "op"].sort(),
    );
  });

  it("states the limits as they are", () => {
    const { maxLine, maxSessions, maxText } = defaultLimits;
    const limits = part("Limits");
    for (const row of [
      ["--max-line", highestLimits.maxLine, maxLine],
      ["--max-sessions", highestLimits.maxSessions, maxSessions],
      ["--max-text", highestLimits.maxText, maxText],
    ]) {
      const [option, most, usual] = row;
      expect(limits).toMatch(new RegExp(`^\\| \`${option} .*at most ${most} \\| ${usual}\\b`, "m"));
    }
    expect(limits).toContain(`at most ${maxSessionText} characters`);
    expect(guide).toContain(`up to ${maxNameLength} characters`);
    expect(guide).toContain(`longer than ${maxCreateLength} characters`);
  });

  it("tells how a stack's own failure is reported after an implicit rollback", () => {
    const held = createClient(defaultLimits);
    const ask = (request: object) => JSON.parse(answer(held, success(JSON.stringify({ session: "a", ...request }))));
    ask({ op: "create", options: { sdp: "opaque" } });
    ask({ op: "offerCreated", sdp: "v=0" });
    ask({ op: "setLocalDescription" });
    expect(ask({ op: "setLocalDescription", description: { type: "rollback" } }).outcome.kind).toBe("applied");
    const failed = ask({ op: "operationFailed", side: "remote", type: "offer", message: "no memory" });
    expect(failed.outcome.rejection.error).toBe("OperationError");
    expect(failed.outcome.session).toMatchObject({ signalingState: "stable", pendingLocalDescription: null });
  });
});
