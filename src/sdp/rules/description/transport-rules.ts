import { inherited, inheritedValue } from "../../description/description.ts";
import { all } from "../../text/level.ts";
import { quote } from "../../text/quote.ts";
import { eachDescribedTransport } from "../initial-bundle.ts";
import { eachTransport, rule } from "../rule.ts";

const mandatory = ["ice-ufrag", "ice-pwd", "fingerprint"];

export const transportIsDescribed = rule(
  "D5",
  "error",
  "9429 5.8.3",
  "a transport has ice-ufrag, ice-pwd and fingerprint",

  eachDescribedTransport((section, { sdp }, report) => {
    for (const name of mandatory) {
      if (inherited(sdp, section, name).length > 0) continue;
      return report(section, null, `no ${name}`);
    }
  }),
);

export const setupIsNotHeld = rule(
  "D6",
  "error",
  "8842 5.1",
  "setup is not holdconn",

  eachTransport((owner, { sdp }, report) => {
    const setup = inherited(sdp, owner, "setup")[0];
    if (setup?.value === "holdconn") report(owner, setup);
  }),
);

export const transportHasSetup = rule(
  "D16",
  "error",
  "9429 5.8.3",
  "a transport has setup",

  eachDescribedTransport((section, { sdp }, report) => {
    if (inherited(sdp, section, "setup").length === 0) report(section);
  }),
);

export const onePasswordPerFragment = /* @__PURE__ */ rule(
  "D25",
  "warning",
  "8839 5.4",
  "sections with one ice-ufrag have one ice-pwd",

  ({ sdp }, report) => {
    const passwords = new Map<string, string | null>();
    for (const section of sdp.sections) {
      const [fragment] = section.rejected ? [] : inherited(sdp, section, "ice-ufrag");
      if (fragment === undefined) continue;
      const password = inheritedValue(sdp, section, "ice-pwd");
      const other = passwords.get(fragment.value) ?? password;
      passwords.set(fragment.value, other);
      if (other !== password) report(section, fragment, quote(fragment.value));
    }
  },
);

const brokenHashes = /^md[25] /i;

export const fingerprintsAreStrong = rule(
  "D28",
  "error",
  "8122 5",
  "a fingerprint is not of MD2 or MD5",

  ({ sdp }, report) => {
    for (const fingerprint of all(sdp.session, "fingerprint")) {
      if (brokenHashes.test(fingerprint.value)) report(null, fingerprint);
    }
    for (const section of sdp.sections) {
      for (const fingerprint of section.rejected ? [] : all(section, "fingerprint")) {
        if (brokenHashes.test(fingerprint.value)) report(section, fingerprint);
      }
    }
  },
);
