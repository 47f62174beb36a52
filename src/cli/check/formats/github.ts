import { printable } from "../../../report/words.ts";
import type { Finding } from "../../../sdp/finding.ts";
import { displayName } from "../../input.ts";
import type { CheckedFile } from "../checked-file.ts";
import type { Format } from "./format.ts";

const commands: Readonly<Record<Finding["severity"], string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * For GitHub Actions: a workflow command for each finding, which becomes an annotation of its line.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubFormat(): Format {
  return { begin: () => [], file: annotations, end: () => [] };
}

function* annotations({ file, findings }: CheckedFile): Generator<string> {
  for (const { severity, error, rule, message, sdpLineNumber, sdpColumn, reference } of findings) {
    const properties = {
      file: file === "-" ? undefined : file,
      line: sdpLineNumber ?? undefined,
      col: sdpLineNumber === null ? undefined : (sdpColumn ?? 1),
      title: `${rule}${error === null ? "" : ` (${error})`}`,
    };
    const place = file === "-" && sdpLineNumber !== null ? `${displayName(file)}, line ${sdpLineNumber}: ` : "";
    const text = `${place}${printable(message)} (${reference.spec} ${reference.section}, ${reference.url})`;
    yield `::${commands[severity]} ${propertiesText(properties)}::${escapedData(text)}\n`;
  }
}

function propertiesText(properties: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapedProperty(String(value))}`)
    .join(",");
}

function escapedData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
