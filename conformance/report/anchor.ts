/** A heading of the report, and the fragment that a page of Markdown gives it. */
export interface Heading {
  readonly text: string;
  readonly anchor: string;
}

/** The heading of a stack's deviation: the code alone may be another stack's too. */
export function deviationHeading(stack: string, code: string): Heading {
  const text = `${stack}: ${code}`;
  return { text, anchor: `#${fragment(text)}` };
}

function fragment(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
