import { rfc } from "../../specifications.ts";
import { inherited } from "../description.ts";
import { eachTransport, errorRule } from "./rule.ts";

const mandatory = ["ice-ufrag", "ice-pwd", "fingerprint"];

export const transportIsDescribed = errorRule(
  "D5",
  "a transport owner has ice-ufrag, ice-pwd and a fingerprint, its own or the session's",
  rfc(9429, "5.8.3"),
  eachTransport((owner, { sdp }, report) => {
    for (const name of mandatory) {
      if (inherited(sdp, owner, name).length > 0) continue;
      return report(owner, null, `no ${name}`);
    }
  }),
);

export const setupIsNotHeld = errorRule(
  "D6",
  "setup is not holdconn",
  rfc(8842, "5.1"),
  eachTransport((owner, { sdp }, report) => {
    const setup = inherited(sdp, owner, "setup")[0];
    if (setup?.value === "holdconn") report(owner, setup);
  }),
);

export const transportHasSetup = errorRule(
  "D16",
  "a transport owner has setup, its own or the session's",
  rfc(9429, "5.8.3"),
  eachTransport((owner, { sdp }, report) => {
    if (inherited(sdp, owner, "setup").length > 0) return;
    report(owner);
  }),
);
