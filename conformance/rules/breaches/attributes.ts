// S4, S5, W14, W15: the attributes. Each known attribute once with a value that its grammar refuses.

import { type Breach, type BreachDetails, breachesOn } from "../breach.ts";
import { bundle } from "../parts-of-sdp.ts";
import {
  add,
  type Edit,
  edits,
  everywhere,
  replace,
  replaceFirst,
  replaceOrAdd,
  section,
  sections,
  session,
} from "../sdp-edit.ts";

type Row = readonly [name: string, title: string, edit: Edit, details?: BreachDetails];

const rows: readonly Row[] = [
  ["ice-ufrag", "an ice-ufrag of 3 characters", everywhere(replace(/^a=ice-ufrag:.*/, "a=ice-ufrag:abc"))],
  ["ice-pwd", "an ice-pwd of 21 characters", everywhere(replace(/^a=ice-pwd:.*/, `a=ice-pwd:${"a".repeat(21)}`))],
  [
    "ice-options",
    "an ice-options tag with an exclamation mark",
    everywhere(replace(/^a=ice-options:.*/, "a=ice-options:trickle!")),
  ],
  ["ice-lite", "ice-lite with a value", session(add("a=ice-lite:yes"))],
  [
    "candidate",
    "a candidate whose port is no number",
    section(0, add("a=candidate:1 1 udp 2130706431 192.0.2.1 nine typ host")),
  ],
  ["remote-candidates", "remote-candidates without a port", section(0, add("a=remote-candidates:1 192.0.2.1"))],
  ["end-of-candidates", "end-of-candidates with a value", section(0, add("a=end-of-candidates:yes"))],
  ["rtcp-mux", "rtcp-mux with a value", sections(replace(/^a=rtcp-mux$/, "a=rtcp-mux:yes"))],
  ["rtcp-mux-only", "rtcp-mux-only with a value", section(0, add("a=rtcp-mux-only:yes"))],
  ["rtcp-rsize", "rtcp-rsize with a value", section(1, replace(/^a=rtcp-rsize$/, "a=rtcp-rsize:yes"))],
  ["bundle-only", "bundle-only with a value", section(2, add("a=bundle-only:yes"))],
  [
    "fingerprint",
    "a fingerprint that is not hexadecimal",
    everywhere(replace(/^a=fingerprint:.*/, "a=fingerprint:sha-256 not-hexadecimal")),
  ],
  ["setup", "setup:either", everywhere(replace(/^a=setup:.*/, "a=setup:either"))],
  ["tls-id", "a tls-id of 5 characters", session(add("a=tls-id:short"))],
  ["group", "a group line with two spaces in a row", session(replace(/^(a=group:BUNDLE 0) /, "$1  "))],
  ["mid", "a mid of two words", edits(bundle("0 1"), section(2, replace(/^a=mid:.*/, "a=mid:two words")))],
  ["direction", "sendrecv with a value", section(0, replace(/^a=sendrecv$/, "a=sendrecv:yes"))],
  ["extmap", "an extmap without a URI", section(0, add("a=extmap:12"))],
  ["extmap-direction", "an extmap with an unknown direction", section(0, add("a=extmap:12/both urn:example:other"))],
  ["msid", "an msid of three words", section(0, replaceFirst(/^a=msid:.*/, "a=msid:one two three"))],
  [
    "simulcast",
    "simulcast in an unknown direction",
    section(0, replace(/^a=simulcast:.*/, "a=simulcast:both a;b")),
    { base: "simulcast video" },
  ],
  ["rtpmap", "an rtpmap without a clock rate", section(0, replace(/^(a=rtpmap:\d+ opus)\/.*/, "$1"))],
  ["fmtp", "an fmtp without parameters", section(0, replace(/^(a=fmtp:\d+) .*useinbandfec.*/, "$1"))],
  ["ptime", "a ptime that is no number", section(0, add("a=ptime:twenty"))],
  ["maxptime", "a maxptime that is no number", section(0, add("a=maxptime:sixty"))],
  ["rtcp", "an rtcp whose port is no number", section(0, replaceOrAdd(/^a=rtcp:.*/, "a=rtcp:nine IN IP4 0.0.0.0"))],
  ["rtcp-fb", "an rtcp-fb without a kind", section(1, replaceFirst(/^(a=rtcp-fb:\d+) .*/, "$1"))],
  ["ssrc", "an ssrc that is no number", section(0, add("a=ssrc:many cname:words"))],
  ["ssrc-group", "an ssrc-group of words", section(0, add("a=ssrc-group:FID one two"))],
  ["sctp-port", "an sctp-port of 70000", section(2, replace(/^a=sctp-port:.*/, "a=sctp-port:70000"))],
  [
    "max-message-size",
    "a max-message-size that is no number",
    section(2, replace(/^a=max-message-size:.*/, "a=max-message-size:large")),
  ],
  ["imageattr", "an imageattr without x", section(1, add("a=imageattr:* send [y=1]"))],
  ["identity", "an identity that is not base64", session(add("a=identity:***"))],
];

const offered = breachesOn("remote offer");

/** Breaches of the grammar of an attribute. */
export const attributeBreaches: readonly Breach[] = rows.map(([name, title, edit, details]) => {
  return offered(`S4-${name}`, title, edit, details);
});

/** Attributes that come twice, or where they do not belong. */
export const repeatBreaches: readonly Breach[] = [
  offered("S5-ice-ufrag", "two values of ice-ufrag in one section", section(0, add("a=ice-ufrag:another"))),
  offered("S5-ice-pwd", "two values of ice-pwd in one section", section(0, add("a=ice-pwd:anotherPasswordOfTheAgent"))),
  offered("S5-setup", "two values of setup in one section", section(0, add("a=setup:active"))),
  offered("S5-mid", "two values of mid in one section", section(0, add("a=mid:another"))),
  offered("S5-direction", "two directions in one section", section(0, add("a=inactive"))),
  offered("S5-sctp-port", "two values of sctp-port in one section", section(2, add("a=sctp-port:5001"))),
  offered(
    "S5-max-message-size",
    "two values of max-message-size in one section",
    section(2, add("a=max-message-size:1")),
  ),
  offered("S5-simulcast", "two values of simulcast in one section", section(0, add("a=simulcast:send a")), {
    base: "simulcast video",
  }),
  offered("W14-rtcp-mux", "rtcp-mux in the session part", session(add("a=rtcp-mux"))),
  offered("W14-ice-lite", "ice-lite in a section", section(0, add("a=ice-lite"))),
  offered("W14-mid", "mid in the session part", session(add("a=mid:0"))),
  offered("W15-rtcp-mux", "rtcp-mux twice in one section", section(0, add("a=rtcp-mux"))),
  offered("W15-mid", "the same mid twice in one section", section(0, add("a=mid:0"))),
];
