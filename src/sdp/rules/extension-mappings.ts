import type { Section } from "../description/description.ts";
import { extensionsInForce, type HeaderExtension } from "../description/header-extension.ts";
import type { Level } from "../text/level.ts";
import { quote } from "../text/quote.ts";
import type { ReportBreach } from "./rule.ts";

/** What the extmaps of some levels map, both ways: one each, unless transports differ. */
export interface Mappings {
  readonly idsOf: ReadonlyMap<string, ReadonlySet<number>>;
  readonly urisOf: ReadonlyMap<number, ReadonlySet<string>>;
}

/** The mappings of those levels that are in force. */
export function mappingsOf(levels: readonly Level[]): Mappings {
  const idsOf = new Map<string, Set<number>>();
  const urisOf = new Map<number, Set<string>>();
  for (const { id, uri } of levels.flatMap((level) => extensionsInForce(level))) {
    idsOf.set(uri, (idsOf.get(uri) ?? new Set()).add(id));
    urisOf.set(id, (urisOf.get(id) ?? new Set()).add(uri));
  }
  return { idsOf, urisOf };
}

/** Reports the extensions of a section, or of the session part, that are mapped otherwise than was offered or negotiated. */
export function reportOtherMappings(
  extensions: readonly HeaderExtension[],
  { idsOf, urisOf }: Mappings,
  verb: "offered" | "negotiated",
  section: Section | null,
  report: ReportBreach,
): void {
  for (const { id, uri, attribute } of extensions) {
    const ids = idsOf.get(uri);
    if (ids?.has(id)) continue;
    // One stands for all in a message: there can be as many as the other side sends.
    const [known = null] = ids ?? [];
    const [other = null] = urisOf.get(id) ?? [];
    if (known !== null) report(section, attribute, `${quote(uri)} was ${verb} as ${known}`);
    else if (other !== null) report(section, attribute, `${id} was ${verb} for ${quote(other)}`);
  }
}
