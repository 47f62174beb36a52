import { directionOf, waysOf } from "../../description/description.ts";
import { extensionsOf } from "../../description/header-extension.ts";
import { has } from "../../text/level.ts";
import { mappingsOf, reportOtherMappings } from "../extension-mappings.ts";
import { acceptedPairRule, answerRule } from "./answer-rule.ts";

export const extensionsKeepTheirIds = answerRule(
  "A12",
  "error",
  "8285 7",
  "an extmap URI keeps the offered id, and an id the offered URI",

  ({ sdp }, offer, report) => {
    const { session } = sdp;
    // What the answer says for the session has to be what the offer said somewhere.
    if (has(session, "extmap")) {
      const anywhere = mappingsOf([offer.session, ...offer.sections]);
      reportOtherMappings(extensionsOf(session), anywhere, "offered", null, report);
    }
    const general = mappingsOf([offer.session]);
    for (const section of sdp.sections) {
      const offered = offer.sections[section.index];
      if (section.rejected || offered === undefined || !has(section, "extmap")) continue;
      const mappings = has(offered, "extmap") ? mappingsOf([offered]) : general;
      reportOtherMappings(extensionsOf(section), mappings, "offered", section, report);
    }
  },
);

export const extensionDirectionsFit = /* @__PURE__ */ acceptedPairRule(
  "A25",
  "warning",
  "8285 7",
  "an answered extmap direction fits the offered one",

  (answered, offered, report, { sdp }, offer) => {
    const fixed = extensionsOf(answered).filter(({ direction }) => direction !== null);
    if (fixed.length === 0) return;
    const known = new Map(extensionsOf(offered).map(({ uri, direction }) => [uri, direction]));
    const general = directionOf(offer, offered);
    for (const { uri, direction, attribute } of fixed) {
      const was = known.get(uri);
      if (was === undefined) continue;
      const [sent, received] = [waysOf(direction ?? directionOf(sdp, answered)), waysOf(was ?? general)];
      // What the answerer sends the offerer receives, and the other way round.
      const tooMuch = ((sent & 1) !== 0 && (received & 2) === 0) || ((sent & 2) !== 0 && (received & 1) === 0);
      if (tooMuch) report(answered, attribute, `${was ?? general} was offered`);
    }
  },
);
