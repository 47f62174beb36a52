import type { Reference } from "../../specifications.ts";

/** Where a rule stands, as a line. */
export function see({ spec, section, url }: Reference): string {
  return `see ${spec} ${section}: ${url}`;
}
