// The oracle on the fake, in short; `npm run random -- --fake` makes 100,000 calls. The two share no code but the session's.
import { expect, it } from "vitest";
import { judgeFake } from "../../property-tests/fake-run.ts";

it("finds no deviation", async () => {
  const { calls, runs, provisions, deviations } = await judgeFake({ calls: 1500, seed: 1 }, () => undefined);
  expect(deviations).toEqual([]);
  expect(runs).toBeGreaterThan(100);
  expect(calls).toBeGreaterThanOrEqual(1500);
  const asked = ["implicit-rollback", "sdp-syntax-error", "local-description-modified", "connection-closed"];
  expect([...provisions.keys()]).toEqual(expect.arrayContaining(asked));
});
