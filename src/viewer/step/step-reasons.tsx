import type { Step } from "../../oracle/verdict/step.ts";
import { printable } from "../../report/words.ts";
import { sinceStart } from "./words.ts";

/** Why a step was judged as it was: the reason, the implementation's words, the likely cause, and where the rule stands. */
export function StepReasons({ step, start }: { readonly step: Step; readonly start: number }) {
  const { why, observed, cause, reference, code, rule, verdict } = step;
  const isNeverSettled = observed.outcome === "unsettled";
  if (why === null && observed.message === null && cause === null && reference === null && !isNeverSettled) return null;
  return (
    <div class="reasons">
      {why !== null && <p>{printable(why)}</p>}
      {isNeverSettled && <p>{verdict === "conforms" ? "Overtaken by close(), never settled." : "Never settled."}</p>}
      {observed.message !== null && <Implementation message={observed.message} />}
      {cause !== null && (
        <p class="cause">
          <b>Likely cause:</b> {printable(cause.what)}
          {cause.time !== null && `, at ${sinceStart(cause.time, start)}`}
        </p>
      )}
      {reference !== null && (
        <p class="reference">
          <b>See</b> <Link url={reference.url}>{printable(`${reference.spec} ${reference.section}`)}</Link>
          {code !== null && <code>{printable(code)}</code>}
          {rule !== null && <span>rule {printable(rule)}</span>}
        </p>
      )}
    </div>
  );
}

const mostCharacters = 1000;

/** The implementation's own words. */
export function Implementation({ message }: { readonly message: string }) {
  const isLong = message.length > mostCharacters;
  return (
    <p class="implementation">
      <b>The implementation:</b> <q>{printable(isLong ? `${message.slice(0, mostCharacters)}…` : message)}</q>
    </p>
  );
}

function Link({ url, children }: { readonly url: string; readonly children: string }) {
  // A page may have been written by another than this package.
  if (!url.startsWith("https://")) return <span>{children}</span>;
  return (
    <a href={url} rel="noreferrer">
      {children}
    </a>
  );
}
