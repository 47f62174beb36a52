// Every fault shows within a few calls, and not before: what is injected is one deviation, not a wreck.
import { describe, expect, it } from "vitest";
import { faultyFake } from "./faulty/faulty-played.ts";
import { faultScripts } from "./simulated/fault-scripts.ts";
import { faults } from "./simulated/faults.ts";
import { type MakePlayed, play } from "./simulated/script.ts";
import { simulated } from "./simulated/simulated-played.ts";

const implementations: readonly (readonly [string, MakePlayed])[] = [
  ["the fake", faultyFake()],
  ["the simulated implementation", simulated],
];

describe("injected faults", () => {
  it("are many, and each has a name and a sentence of its own", () => {
    expect(faults.length).toBeGreaterThanOrEqual(20);
    for (const member of ["name", "summary"] as const) {
      expect(new Set(faults.map((fault) => fault[member])).size).toBe(faults.length);
    }
    for (const { name, summary } of faults) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(summary).toMatch(/^[A-Za-z].*\.$/);
    }
  });
});

describe.each(implementations)("a fault of %s", (_, make) => {
  it.each(faults.map(({ name, summary }) => [name, summary, faultScripts[name]] as const))(
    "%s: %s",
    async (name, _, script) => {
      const [right, wrong] = [await play(script, make), await play(script, make, name)];
      expect(right.length).toBeLessThanOrEqual(6);
      expect(wrong.slice(0, -1)).toEqual(right.slice(0, -1));
      expect(wrong.at(-1)).not.toBe(right.at(-1));
    },
  );
});

describe("injected faults, no two of them the same", () => {
  const scripts = [...new Set(Object.values(faultScripts))];

  it("each has a record of its own over all the scripts, and none is that of the right one", async () => {
    const records = new Map<string, string>();
    for (const fault of [undefined, ...faults.map(({ name }) => name)]) {
      const played: unknown[] = [];
      // Under another fault than its own a script may come to a description that was never made.
      for (const script of scripts) played.push(await play(script, simulated, fault).catch(String));
      const record = JSON.stringify(played);
      expect(records.get(record), fault).toBeUndefined();
      records.set(record, fault ?? "no fault");
    }
  });
});
