import { type SdpRule, sdpRules } from "../../src/entries/sdp.ts";
import { attributeGrammars } from "../../src/sdp/text/grammar/attribute-grammar.ts";
import { lineGrammars } from "../../src/sdp/text/grammar/line-grammar.ts";
import { link, markdownTable, page } from "./page.ts";

interface Family {
  readonly title: string;
  /** Which rules are its own, by the first letter of their ids. */
  readonly letters: string;
  readonly about: string;
  readonly verdict: (id: string) => string;
}

const families: readonly Family[] = [
  {
    title: "Length and syntax",
    letters: "LS",
    about:
      "Text that is too long is not read. Text that is not SDP is refused with its first wrong line, and `checkSdp` lists the " +
      "others too. S4, S5, S6 and S7 can be tolerated. After a breach of S1, S2 or S3 it is not known what the lines mean.",
    verdict: (id) => (id.startsWith("L") ? "OperationError" : "RTCError"),
  },
  {
    title: "A description on its own",
    letters: "D",
    about:
      "D7 is judged before every other rule of the content, then the rules in the order of RFC 9429. D7 and D10 are asked of " +
      "remote descriptions only, D26 of local ones.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "An answer against its offer",
    letters: "A",
    about: "Answers and provisional answers, against the offer that waits for them and against what was negotiated.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "A re-offer against the session",
    letters: "R",
    about:
      "Offers, against the last exchange that was answered, and a remote one also against the one that it replaces.",
    verdict: () => "InvalidAccessError",
  },
  {
    title: "Warnings",
    letters: "W",
    about:
      "They refuse nothing, nor do the rules above that are a warning or a note. `checkSdp` and `jsep-machine check` report " +
      "them, notes with `--notes` only; sessions do not look for them.",
    verdict: (id) => {
      throw new Error(`${id} is an error`);
    },
  },
];

/** docs/sdp-rules.md: every rule on SDP, and the lines and attributes that are known. */
export function sdpRulesPage(): string {
  refuseHomelessRules();
  return page(
    "The rules on SDP",
    "Every rule has an id, which a rejection names in `rule`, a finding too, and which `tolerate` takes. This list is " +
      "`sdpRules` of `jsep-machine/sdp`. [How SDP is judged](sdp.md) explains the words, the order and the tolerances.",
    ...families.flatMap((family) => [`## ${family.title}`, family.about, rulesTable(family)]),
    "## The lines",
    "Rule S3 holds a line to its grammar, S2 and S7 to its place: the session part has `v o s i u e p c b t r z k a`, a media " +
      "section `m i c b k a`, in that order.",
    markdownTable(
      ["line", "is written"],
      [...lineGrammars.values()].map(({ type, form }) => [code(`${type}=`), code(`${type}=${form}`)]),
    ),
    "## The attributes",
    "Rule S4 holds a known attribute to its grammar, S5 a single one to one value. At a level that it does not have it is " +
      "ignored, with warning W14. An attribute that is not here is ignored.",
    attributesTable(),
  );
}

function rulesOf({ letters }: Family): SdpRule[] {
  return sdpRules.filter(({ id }) => letters.includes(id.charAt(0)));
}

function rulesTable(family: Family): string {
  return markdownTable(
    ["id", "what", "refused with", "source"],
    rulesOf(family).map(({ id, severity, summary, reference }) => {
      const verdict = severity === "error" ? family.verdict(id) : severity;
      return [`**${id}**`, summary, verdict, link(reference)];
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
