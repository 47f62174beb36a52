import { expect, it } from "vitest";
import type { MethodCall } from "../../../src/entries/connection.ts";
import { createConnection } from "../../../src/entries/connection.ts";
import { endShownByEvent } from "../../../src/testing/check/overlap/model/end-of-work.ts";
import { Model } from "../../../src/testing/check/overlap/model/model.ts";

const abilities = { transceivers: true, track: true, negotiationneeded: true, signalingstatechange: true };

function started(...calls: readonly MethodCall[]): Model {
  const model = new Model(createConnection(), abilities as never);
  for (const [call, method] of calls.entries()) model.take({ type: "call", call, ...method });
  return model;
}

const sdp = ["v=0", "o=- 1 1 IN IP4 0.0.0.0", "s=-", "t=0 0", ""].join("\r\n");

/** What setLocalDescription() does after another one, with those calls while that created its offer. */
function workOfSecondSet(...meanwhile: readonly MethodCall[]): string | undefined {
  const model = started({ method: "setLocalDescription" }, ...meanwhile);
  const isSettled = () => model.due.some(({ type }) => type === "resolve");
  const created = (operation: number) => ({ type: "created", operation, sdp }) as const;
  const applied = (operation: number) => ({ type: "applied", operation }) as const;
  model.advance(isSettled, () => (model.work?.work.kind === "create-offer" ? created : applied));
  expect(isSettled()).toBe(true);
  model.react(0);
  model.take({ type: "call", call: "second", method: "setLocalDescription" });
  return model.work?.work.kind;
}

it("sets an offer again that was created while nothing changed", () => {
  expect(workOfSecondSet()).toBe("apply-description");
});

it("takes the next offer from what is seen where a change may have come before or after the creation", () => {
  expect(workOfSecondSet({ method: "createDataChannel", label: "check" })).toBe("create-offer");
});

it("takes what a slot shows for what was created before, where gathering alone tells them apart", () => {
  const model = started({ method: "setLocalDescription" });
  model.connection = { ...model.connection, session: { ...model.connection.session, lastCreatedOffer: sdp } };
  const gathered = `${sdp}a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n`;
  const shown = (text: string) =>
    endShownByEvent(model, { pendingLocalDescription: { type: "offer", sdp: text } } as never);
  expect(shown(gathered)?.(1)).toEqual({ type: "created", operation: 1, sdp });
  const other = sdp.replace("1 1 IN", "1 2 IN");
  expect(shown(other)?.(1)).toEqual({ type: "created", operation: 1, sdp: other });
});
