import { type SdpRule, sdpRules } from "../../src/entries/sdp.ts";
import { attributeGrammars } from "../../src/sdp/text/grammar/attribute-grammar.ts";
import { lineGrammars } from "../../src/sdp/text/grammar/line-grammar.ts";
import { link, markdownTable, page } from "./page.ts";
import { evidenceColumns, evidenceNote, exceptionLines } from "./sdp-rules-evidence.ts";

interface Family {
  readonly title: string;
  /** Which rules are its own, by the first letter of their ids. */
  readonly letters: string;
  readonly about: string;
  /** What an error of it is refused with. */
  readonly verdict: (id: string) => string;
}

const families: readonly Family[] = [
  {
    title: "Length and syntax",
    letters: "LS",
    about:
      "Text that is too long is not read. Text that is not SDP is refused with its first wrong line, and `checkSdp` lists " +
      "the others too. After a breach of S1, S2 or S3, the meaning of the lines is unknown.",
    verdict: (id) => (id.startsWith("L") ? "OperationError" : "RTCError"),
  },
  {
    title: "A description on its own",
    letters: "D",
    about:
      "D7 is judged before every other rule of the content, then the rules in the order of RFC 9429. D7 and D10 are asked of " +
      "remote descriptions only, D26 and the warning W31 of local ones.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "An answer against its offer",
    letters: "A",
    about: "Answers and provisional answers, against the offer that they answer and against what was negotiated.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "A re-offer against the session",
    letters: "R",
    about:
      "Offers, against the last exchange that was answered; a remote offer also against the offer that it replaces.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "Warnings",
    letters: "W",
    about:
      "They refuse nothing, nor do the rules above that are a warning or a note. `checkSdp` and `jsep-machine check` report " +
      "them, notes with `--notes` only; sessions do not look for them.",
    verdict: () => "InvalidAccessError",
  },
];

/** docs/sdp-rules.md: every rule on SDP, and the lines and attributes that are known. */
export function sdpRulesPage(): string {
  refuseHomelessRules();
  return page(
    "The rules on SDP",
    "Every rule has an id. Rejections and findings have it as `rule`, and `tolerate` takes it. This list is `sdpRules` of " +
      "`jsep-machine/sdp`. [How SDP is judged](sdp.md) explains the words, the order and the tolerances.",
    evidenceNote(),
    ...families.flatMap((family) => [`## ${family.title}`, family.about, rulesTable(family)]),
    "## Severities beside the policy",
    "A severity follows from the specification and from what the browsers do, by [one policy](sdp.md). These differ:",
    exceptionLines().join("\n"),
    "## The lines",
    "Rule S3 requires the grammar of a line, S2 and S7 its place: the session part has `v o s i u e p c b t r z k a`, a media " +
      "section `m i c b k a`, in that order.",
    markdownTable(
      ["line", "is written"],
      [...lineGrammars.values()].map(({ type, form }) => [code(`${type}=`), code(`${type}=${form}`)]),
    ),
    "## The attributes",
    "Rule S4 requires the grammar of a known attribute, S5 one value of a single one. At a level that it does not have, an " +
      "attribute is ignored with warning W14. An attribute that is not in this list is ignored.",
    attributesTable(),
  );
}

function rulesOf({ letters }: Pick<Family, "letters">): SdpRule[] {
  return sdpRules.filter(({ id }) => letters.includes(id.charAt(0)));
}

function rulesTable({ verdict, ...family }: Family): string {
  return markdownTable(
    ["id", "what", "severity", "tolerable", "source", "Chromium", "Firefox", "real"],
    rulesOf(family).map(({ id, severity, summary, reference, tolerable }) => {
      const isError = severity === "error";
      return [
        `**${id}**`,
        summary,
        isError ? verdict(id) : severity,
        isError && tolerable ? "yes" : "no",
        link(reference),
        ...evidenceColumns(id),
      ];
    }),
  );
}

function attributesTable(): string {
  const levels = { S: "session", M: "media", SM: "session, media" } as const;
  return markdownTable(
    ["attribute", "level", "number", "is written", "source"],
    [...attributeGrammars].map(([name, { levels: level, single, form, reference }]) => [
      code(name),
      levels[level],
      single ? "single" : "any",
      code(form === "" ? `a=${name}` : `a=${name}:${form}`),
      link(reference),
    ]),
  );
}

function code(text: string): string {
  return `\`${text}\``;
}

function refuseHomelessRules(): void {
  const homeless = sdpRules.filter((rule) => families.filter((family) => rulesOf(family).includes(rule)).length !== 1);
  if (homeless.length > 0) throw new Error(`No family in docs/sdp-rules.md for ${homeless.map(({ id }) => id).join()}`);
}
