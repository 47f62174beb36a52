// Negotiation code to explore: the example, with lines left out, and code with known faults.
import { readFileSync } from "node:fs";
import type { NegotiationCode } from "../../../src/testing/explore/peer.ts";

const example = readFileSync(new URL("../../../examples/perfect-negotiation.mjs", import.meta.url), "utf8");

/** The lines of the example that do something, trimmed. */
export const exampleLines: readonly string[] = example
  .split("\n")
  .map((line) => line.trim())
  .filter((line) => line.endsWith(";") && !/^(let|\}|\/\/)/.test(line));

/** The text of the example without the lines, the first of each that is such a line. */
export function exampleText(...left: readonly string[]): string {
  const out = [...left];
  const lines = example.split("\n").filter((line) => {
    const index = out.indexOf(line.trim());
    if (index >= 0) out.splice(index, 1);
    return index < 0;
  });
  if (out.length > 0) throw new Error(`the example has no line ${out[0]}`);
  return lines.join("\n");
}

/** The example without those lines. */
export async function exampleWithout(...left: readonly string[]): Promise<NegotiationCode> {
  const module = await import(`data:text/javascript,${encodeURIComponent(exampleText(...left))}`);
  return module.default;
}

export const candidatesLine = "pc.onicecandidate = ({ candidate }) => send({ candidate });";

/** The example without candidates, which has far fewer states; what is lost thereby is not asked for. */
export const small = { except: ["no-candidate-lost"], bounds: { schedules: 0 } } as const;

/** Without roles: both sides offer when they need to, and set whatever comes. */
export const withoutRoles: NegotiationCode = ({ pc, send, onMessage }) => {
  pc.onnegotiationneeded = async () => {
    await pc.setLocalDescription(await pc.createOffer());
    send({ description: pc.localDescription });
  };
  onMessage(async (message) => {
    const { description } = message as { description: { type: string } };
    await pc.setRemoteDescription(description);
    if (description.type !== "offer") return;
    await pc.setLocalDescription(await pc.createAnswer());
    send({ description: pc.localDescription });
  });
};
