import type { FormatName, MakeFormat } from "./format.ts";
import { githubFormat } from "./github.ts";
import { jsonFormat } from "./json.ts";
import { sarifFormat } from "./sarif.ts";
import { textFormat } from "./text.ts";

/** Every format by its name. */
export const checkFormats: Readonly<Record<FormatName, MakeFormat>> = {
  text: textFormat,
  json: jsonFormat,
  sarif: sarifFormat,
  github: githubFormat,
};
