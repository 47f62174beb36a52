// The table of docs/testing-applications.md: what the fake and three mocks do in the 40 cells. `npm run docs:check` holds that
// the page is up to date; here it is compared with the table that is transcribed by hand.
import { describe, expect, it } from "vitest";
import { cells as transcribed } from "../../cases/transition-tables.ts";
import { cells, judgeCell } from "../../scripts/docs/cells/cells.ts";
import { withCells } from "../../scripts/docs/cells/section.ts";
import { subjects } from "../../scripts/docs/cells/subjects.ts";

const implicitRollback = { state: "have-local-offer", side: "remote", type: "offer" };

describe("the 40 cells", () => {
  it("must be as transcribed, where webrtc-pc's implicit rollback is one more", () => {
    const open = transcribed["webrtc-pc"].filter(({ state }) => state !== "closed");
    const due = open.map(({ next, ...cell }) => {
      const isImplicit = JSON.stringify(cell) === JSON.stringify(implicitRollback);
      return { ...cell, due: isImplicit ? "have-remote-offer" : next };
    });
    expect(cells).toHaveLength(40);
    expect(cells).toEqual(expect.arrayContaining(due));
  });

  it.each([
    ["`jsep-machine/fake`", 40, 0, ["InvalidStateError"]],
    ["a mock that is always stable", 8, 23, []],
    ["a mock whose last call sets its state", 17, 23, []],
    ["functions that only resolve", 0, 23, []],
  ])("%s: %i are right, %i illegal calls are accepted", async (name, right, accepted, errors) => {
    const subject = subjects.find((one) => one.name === name);
    if (subject === undefined) throw new Error("no such subject");
    const judged = await Promise.all(cells.map(async (cell) => ({ ...cell, ...(await judgeCell(subject, cell)) })));
    expect(judged.filter((cell) => cell.right)).toHaveLength(right);
    expect(judged.filter((cell) => cell.due === null && cell.accepted)).toHaveLength(accepted);
    expect([...new Set(judged.flatMap(({ error }) => error ?? []))]).toEqual(errors);
  });

  it("a page without the marks is refused", async () => {
    await expect(withCells("# A page")).rejects.toThrow("the page must hold");
  });
});
