import { inherited } from "../../description/description.ts";
import { eachTransport, rule } from "../rule.ts";

const mandatory = ["ice-ufrag", "ice-pwd", "fingerprint"];

export const transportIsDescribed = rule(
  "D5",
  "9429 5.8.3",
  "a transport has ice-ufrag, ice-pwd and fingerprint",

  eachTransport((owner, { sdp }, report) => {
    for (const name of mandatory) {
      if (inherited(sdp, owner, name).length > 0) continue;
      return report(owner, null, `no ${name}`);
    }
  }),
);

/** Reports the transport owners without the attribute. */
export function withAttribute(name: string) {
  return eachTransport((owner, { sdp }, report) => {
    if (inherited(sdp, owner, name).length === 0) report(owner);
  });
}

export const setupIsNotHeld = rule(
  "D6",
  "8842 5.1",
  "setup is not holdconn",

  eachTransport((owner, { sdp }, report) => {
    const setup = inherited(sdp, owner, "setup")[0];
    if (setup?.value === "holdconn") report(owner, setup);
  }),
);

export const transportHasSetup = rule(
  "D16",
  "9429 5.8.3",
  "a transport has setup",

  withAttribute("setup"),
);
