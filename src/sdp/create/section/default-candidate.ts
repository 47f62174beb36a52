import type { GatheredCandidates } from "../input.ts";

/** Where media goes that knows nothing of ICE: the port of an m= line, and the value of a c= line. */
export interface DefaultAddress {
  readonly port: number;
  readonly connection: string;
}

/** The address of a transport without candidates. */
export const discard: DefaultAddress = /* @__PURE__ */ Object.freeze({ port: 9, connection: "IN IP4 0.0.0.0" });

const udpCandidate = /^candidate:\S+ (\d+) udp \d+ (\S+) (\d+) typ (\S+)/i;
const mostLikelyFirst = ["relay", "srflx", "prflx", "host"];

/**
 * The address of the default candidate: the one that most likely works. A name stands for no address.
 *
 * @see https://www.rfc-editor.org/rfc/rfc8839.html#section-4.2.1.2
 */
export function defaultAddress(gathered: GatheredCandidates | null, component: "1" | "2"): DefaultAddress {
  let best = { rank: Infinity, ...discard };
  for (const candidate of gathered?.candidates ?? []) {
    const [, of, address = "", port, type = ""] = udpCandidate.exec(candidate) ?? [];
    const version = address.includes(":") ? "IP6" : /^[\d.]+$/.test(address) ? "IP4" : null;
    const rank = mostLikelyFirst.indexOf(type);
    if (of !== component || version === null || rank < 0 || rank >= best.rank) continue;
    best = { rank, port: Number(port), connection: `IN ${version} ${address}` };
  }
  return { port: best.port, connection: best.connection };
}
