import { comparedLines } from "../oracle/evidence/slot-differences.ts";

/**
 * A hash of a description, in hexadecimal digits: the same for the same SDP, gathered candidates and addresses aside. It
 * tells descriptions apart, and shows nothing of what they hold.
 */
export function descriptionHash(sdp: string): string {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (const { text } of comparedLines(sdp)) {
    for (let at = 0; at <= text.length; at++) {
      const code = at === text.length ? 0x0a : text.charCodeAt(at);
      one = Math.imul(one ^ code, 0x01000193);
      other = Math.imul(other ^ code, 0x85ebca6b) ^ (other >>> 15);
    }
  }
  return hexadecimal(one) + hexadecimal(other);
}

function hexadecimal(hash: number): string {
  return (hash >>> 0).toString(16).padStart(8, "0");
}
