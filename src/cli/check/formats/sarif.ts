import { isAbsolute, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { version } from "../../../../package.json";
import type { Finding } from "../../../sdp/finding.ts";
import { sdpRules } from "../../../sdp/rules/sdp-rules.ts";
import { jsonText } from "../../json-text.ts";
import type { CheckedFile } from "../checked-file.ts";
import type { ReadContext } from "../file-context.ts";
import { lineFinder } from "../line-finder.ts";
import type { CheckTotal } from "../summary.ts";
import type { Format } from "./format.ts";

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/**
 * For services that collect findings: one log of SARIF 2.1.0, with one run.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifFormat({ type, side }: Pick<ReadContext, "type" | "side">): Format {
  let separator = "";
  return {
    begin: () => [
      `{"$schema":${jsonText(schema)},"version":"2.1.0","runs":[{"tool":${jsonText({ driver })},`,
      `"columnKind":"utf16CodeUnits","properties":${jsonText({ type, side })},"results":[`,
    ],
    *file({ file, text, findings }) {
      const lineOf = lineFinder(text);
      for (const finding of findings) {
        yield `${separator}${jsonText(resultOf(file, finding, lineOf))}`;
        separator = ",";
      }
    },
    end: (total) => [`],"invocations":${jsonText([invocationOf(total)])}}]}\n`],
  };
}

const driver = {
  name: "jsep-machine",
  version,
  rules: sdpRules.map(({ id, severity, summary, reference }) => ({
    id,
    shortDescription: { text: summary },
    helpUri: reference.url,
    help: { text: `${reference.spec} ${reference.section}: ${reference.url}` },
    defaultConfiguration: { level: severity },
  })),
};

const ruleIndices: ReadonlyMap<string, number> = new Map(sdpRules.map(({ id }, index) => [id, index]));

function resultOf(file: CheckedFile["file"], finding: Finding, lineOf: (number: number) => string): object {
  const { severity, error, rule, message, sdpLineNumber, sdpColumn, mLineIndex, mid, reference } = finding;
  const region =
    sdpLineNumber === null ? {} : { region: sourceRegion(sdpLineNumber, sdpColumn, lineOf(sdpLineNumber)) };
  return {
    ruleId: rule,
    ruleIndex: ruleIndices.get(rule),
    level: severity,
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } }],
    properties: { error, mLineIndex, mid, reference },
  };
}

function sourceRegion(startLine: number, column: number | null, line: string): object {
  return { startLine, ...(column === null ? {} : { startColumn: column }), snippet: { text: line } };
}

// A relative path stays relative, so that a service finds the file in its checkout.
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(sep).map(encodeURIComponent).join("/");
}

function invocationOf({ unreadable }: CheckTotal): object {
  const toolExecutionNotifications = unreadable.map((text) => ({ level: "error", message: { text } }));
  return { executionSuccessful: unreadable.length === 0, toolExecutionNotifications };
}
