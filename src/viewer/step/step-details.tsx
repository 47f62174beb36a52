import type { DetailedReport, DetailedStep } from "../../report/detailed-report.ts";
import { isProblem, verdictWords } from "../../report/verdict-words.ts";
import type { StepEvent } from "../ladder/lanes.ts";
import { SdpView } from "./sdp-view.tsx";
import { duration } from "./words.ts";

/** All that a report knows of a step besides its reasons: what was expected, and the SDP. */
export function StepDetails({
  report: { sdp },
  event: { step, sdpBefore },
}: {
  readonly report: DetailedReport;
  readonly event: StepEvent;
}) {
  const sdpAt = (index: number | null) => (index === null ? null : (sdp[index] ?? null));
  return (
    <>
      {!isProblem(step) && <p class="quiet">{verdictWords(step).meaning}</p>}
      <ExpectedAndObserved step={step} />
      {step.waited >= 1 && <p>The call waited {duration(step.waited)} for the calls before it.</p>}
      {step.call !== "close" && <SdpView sdp={sdpAt(step.sdp)} before={sdpAt(sdpBefore)} call={step.call} />}
    </>
  );
}

function ExpectedAndObserved({ step: { expected, observed } }: { readonly step: DetailedStep }) {
  if (expected === null) return null;
  const error = expected.error === null ? "" : ` with ${expected.error}`;
  return (
    <dl class="expectation">
      <dt>Expected</dt>
      <dd>
        {expected.outcome}
        {error}, in {expected.signalingState}
      </dd>
      <dt>Observed</dt>
      <dd>
        {observed.outcome}, in {observed.signalingState}
      </dd>
    </dl>
  );
}
