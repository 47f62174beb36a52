import { codeMeanings } from "../../src/messages/code-meanings.ts";
import type { KnownMessage } from "../../src/messages/known-message.ts";
import { messageGroups } from "../../src/messages/known-messages.ts";
import { rejectionCodes } from "../../src/session/rejection/rejection-codes.ts";
import { link, page } from "./page.ts";

/** docs/messages.md: what browsers and stacks say when they refuse a call, with causes and remedies. */
export function messagesPage(): string {
  return page(
    "Messages of browsers and stacks",
    "What `setLocalDescription()`, `setRemoteDescription()` and their kin say when they refuse, how that usually comes about, " +
      'and what to do. The command knows them too: `npx jsep-machine explain "Called in wrong state: stable"`. A dump of ' +
      "the call tells which cause it was: [replay](guide-replay.md) names it.",
    "Braces stand for what varies. Browsers put `Failed to execute 'setRemoteDescription' on 'RTCPeerConnection':` or the name " +
      "of the error before a message.",
    ...messageGroups.flatMap(({ title, messages }) => [`## ${title}`, ...messages.flatMap(messageSection)]),
    "## By rejection code",
    "The codes are those of this library, [Why a call is refused](errors.md) has their errors: `npx jsep-machine explain CODE`.",
    ...rejectionCodes.map(({ code, reference }) => codeSection(code, link(reference))),
  );
}

function messageSection({
  message,
  also,
  sources,
  error,
  means,
  causes,
  remedies,
  codes,
  rules,
}: KnownMessage): string[] {
  const here = [...codes.map((name) => `[\`${name}\`](errors.md)`), ...rules.map((id) => `rule [${id}](sdp-rules.md)`)];
  return [
    `### ${escaped(message)}`,
    `${sources.join(", ")}: ${error}. ${means}`,
    [
      ...also.map((wording) => `- Also: ${code(wording)}`),
      ...causes.map((cause) => `- Cause: ${escaped(cause)}`),
      ...remedies.map((remedy) => `- To do: ${escaped(remedy)}`),
      ...(here.length === 0 ? [] : [`- Here: ${here.join(", ")}`]),
    ].join("\n"),
  ];
}

function codeSection(name: keyof typeof codeMeanings, reference: string): string {
  const { means, causes, remedies } = codeMeanings[name];
  return `- **\`${name}\`** (${reference}): ${means} Causes: ${causes.join(" ")} To do: ${remedies.join(" ")}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function escaped(text: string): string {
  return text.replace(/[<>\\[\]]/g, (character) => `\\${character}`);
}
