import { areSameMid, directionOf, type Sdp } from "../../description/description.ts";
import { own } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { acceptedPairRule, answerRule, pairRule } from "./answer-rule.ts";

export const sectionForSection = answerRule(
  "A1",
  "error",
  "9429 5.8.3",
  "an answer has as many m= sections as the offer",

  ({ sdp }, offer, report) => {
    const [answered, offered] = [sdp.sections.length, offer.sections.length];
    if (answered === offered) return;
    report(sdp.sections[offered] ?? null, null, `${answered} for ${offered}`);
  },
);

export const sameMediaAndProtocol = pairRule(
  "A2",
  "error",
  "9429 5.8.3",
  "an answered section has the offered media and proto",

  (answered, offered, report) => {
    if (answered.media === offered.media && answered.protocol === offered.protocol) return;
    report(answered, null, `expected ${quote(`${offered.media} ${offered.protocol}`)}`);
  },
);

export const sameMid = pairRule(
  "A3",
  "error",
  "9429 5.3.1",
  "an answered section has the offered mid",

  (answered, offered, report) => {
    if (!areSameMid(answered.mid, offered.mid)) {
      report(answered, own(answered, "mid"), `expected ${quote(offered.mid ?? "")}`);
    }
  },
);

export const rejectedStaysRejected = pairRule(
  "A4",
  "error",
  "3264 8.2",
  "a section offered rejected stays rejected",

  (answered, offered, report) => {
    if (offered.rejected && !answered.rejected) report(answered);
  },
);

export const directionFits = acceptedPairRule(
  "A5",
  "error",
  "3264 6.1",
  "an answered direction fits the offered one",

  (answered, offered, report, { sdp }, offer) => {
    if (!answered.carriesRtp) return;
    const offeredDirection = directionOf(offer, offered);
    const direction = directionOf(sdp, answered);
    // What the answerer sends the offerer receives, and the other way round.
    const tooMuch =
      (direction.includes("send") && !offeredDirection.includes("recv")) ||
      (direction.includes("recv") && !offeredDirection.includes("send"));
    if (tooMuch) report(answered, own(answered, "direction"), `${offeredDirection} was offered`);
  },
);

export const midWasOffered = /* @__PURE__ */ pairRule(
  "A19",
  "note",
  "9429 5.3.1",
  "an answered section has a mid only where one was offered",

  (answered, offered, report) => {
    if (answered.mid !== null && offered.mid === null) report(answered, own(answered, "mid"), quote(answered.mid));
  },
);

export const timeIsTheOffered = /* @__PURE__ */ answerRule(
  "A27",
  "warning",
  "3264 6",
  "an answer's t= line is the offer's",

  ({ sdp }, offer, report) => {
    const [answered, offered] = [timeLineOf(sdp), timeLineOf(offer)];
    if (answered !== offered) report(null, null, `${quote(answered)}, not ${quote(offered)}`);
  },
);

function timeLineOf({ text }: Sdp): string {
  return /^t=.*/m.exec(text)?.[0].trimEnd() ?? "";
}
