import type { Reference } from "../../specifications.ts";

// The texts of a file may come from anybody: they are short, and never markup.
const longestText = 600;

/** A value as an object, whatever it is. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** A value as an array, whatever it is. */
export function arrayIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A value as a text that is not too long to show; null for any other value. */
export function shortTextIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
}

/** A value as a whole number from 0; null for any other value. */
export function indexIn(value: unknown): number | null {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : null;
}

/** A reference into one of the specifications; null for any other value. */
export function referenceIn(value: unknown): Reference | null {
  const { spec, section, url } = objectIn(value);
  const [specText, sectionText, link] = [shortTextIn(spec), shortTextIn(section), shortTextIn(url)];
  if (specText === null || sectionText === null || link === null) return null;
  return /^https:\/\/(w3c\.github\.io|www\.rfc-editor\.org)\//.test(link)
    ? { spec: specText, section: sectionText, url: link }
    : null;
}
