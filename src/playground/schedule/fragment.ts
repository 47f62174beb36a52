import { failure, type Result, success } from "../../result.ts";
import { type NegotiationName, negotiationNamed, negotiations } from "./negotiations.ts";
import type { Schedule } from "./schedule.ts";
import { stepsIn, stepsText } from "./schedule-words.ts";

/** A schedule as the fragment of a link, without `#`: `a=perfect&b=perfect&at=3&steps=a.addTransceiver:audio,a.run*2`. */
export function fragmentOf({ setup, steps, at }: Schedule): string {
  const place = at === steps.length ? "" : `&at=${at}`;
  return `a=${setup.a}&b=${setup.b}${place}&steps=${stepsText(steps)}`;
}

/** The schedule of such a fragment, which may come from anybody. The reason is a sentence. */
export function scheduleOf(fragment: string): Result<Schedule> {
  const members = new Map(
    fragment
      .replace(/^#/, "")
      .split("&", 10)
      .map((member) => {
        const [name = "", value = ""] = member.split("=", 2);
        return [name, value] as const;
      }),
  );
  const setup = { a: negotiationIn(members, "a"), b: negotiationIn(members, "b") };
  if (setup.a === null || setup.b === null) {
    return failure(`The link must say what negotiates at a and at b: ${Object.keys(negotiations).join(", ")}.`);
  }
  const steps = stepsIn(unescaped(members.get("steps") ?? ""));
  if (steps === null) return failure("The link holds a step that this playground does not know.");
  const at = Number(members.get("at") ?? steps.length);
  const place = Number.isSafeInteger(at) ? Math.min(Math.max(at, 0), steps.length) : steps.length;
  return success({ setup: { a: setup.a, b: setup.b }, steps, at: place });
}

function negotiationIn(members: ReadonlyMap<string, string>, name: string): NegotiationName | null {
  return negotiationNamed(members.get(name) ?? "hand");
}

// Some applications encode `:`, `,` and `*` where a link is passed on.
function unescaped(text: string): string {
  return text.replace(/%(3a|2c|2a)/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
