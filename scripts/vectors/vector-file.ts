import { specifications } from "../../src/specifications.ts";
import { OwnTexts } from "./own-texts.ts";
import { References, rulesIn } from "./references.ts";
import { SdpTexts } from "./sdp-texts.ts";

/** The version of the format. A change on which a reader of the files may rely makes another version. */
export const formatVersion = 2;

/** The cases of one file, its SDP still written out. */
export interface Vectors {
  readonly vectors: string;
  readonly about: string;
  /** What the cases share. */
  readonly shared?: Readonly<Record<string, unknown>>;
  /** Has the file texts of its own, whole, rather than edits of those that the other files share? */
  readonly ownTexts?: boolean;
  readonly cases: readonly { readonly id: string }[];
}

/** The text of a file of vectors: a line for each case, or for each call of a case that makes several. */
export function vectorFile({ vectors, about, shared = {}, ownTexts = false, cases }: Vectors): string {
  refuseDuplicates(cases.map(({ id }) => id));
  const texts = ownTexts ? new OwnTexts() : new SdpTexts();
  const references = new References();
  const written = references.write(texts.write(cases));
  return printed({
    $schema: "./schema.json",
    version: formatVersion,
    vectors,
    about,
    specifications,
    references: references.used,
    ...shared,
    ...notEmpty("rules", rulesIn(cases)),
    ...notEmpty("sdp", texts.used),
    cases: written,
  });
}

const notEmpty = (name: string, value: object): object => (Object.keys(value).length === 0 ? {} : { [name]: value });

function refuseDuplicates(ids: readonly string[]): void {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`Vectors with the same id: ${twice.join()}`);
}

function printed(file: object): string {
  const members = Object.entries(file).map(([name, value]) => `  ${compact(name)}: ${lines(value, "  ")}`);
  return `{\n${members.join(",\n")}\n}\n`;
}

// An array or object with a member a line; inside it, only the calls or steps of a case get lines of their own.
function lines(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return compact(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${deeper}${oneCase(item, deeper)}`).join(",\n")}\n${indent}]`;
  }
  const members = Object.entries(value).map(([name, item]) => `${deeper}${compact(name)}: ${compact(item)}`);
  return `{\n${members.join(",\n")}\n${indent}}`;
}

function oneCase(value: unknown, indent: string): string {
  if (typeof value !== "object" || value === null) return compact(value);
  const name = ["calls", "steps"].find((several) => several in value);
  if (name === undefined) return compact(value);
  const { [name]: several, ...rest } = value as Readonly<Record<string, unknown>>;
  if (Array.isArray(several) && several.length === 1) return compact(value);
  return `${compact(rest).slice(0, -1)},"${name}":${lines(several, indent)}}`;
}

// What cannot be seen in an editor, like a byte order mark in SDP, is written as an escape.
function compact(value: unknown): string {
  return JSON.stringify(value).replace(
    /(?! )[\p{C}\p{Z}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
