import type { Reference } from "../../specifications.ts";

/** A link to the place in a specification. */
export function ReferenceLink({ reference: { spec, section, url } }: { readonly reference: Reference }) {
  return (
    <a href={url} rel="noreferrer">
      {spec} {section}
    </a>
  );
}
