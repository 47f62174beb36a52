import assert from "node:assert/strict";
import { test } from "node:test";
import { sdpRules } from "../../src/entries/sdp.ts";
import { situations } from "../rules/breach.ts";
import { breaches } from "../rules/breaches/all.ts";
import { countBreaches } from "../rules/corpus.ts";
import { type Evidence, readEvidence } from "../rules/evidence.ts";
import { exceptions } from "../rules/exceptions.ts";
import { groundOf, severityOf } from "../rules/grounds.ts";
import { add, edits, own, remove, section, session } from "../rules/sdp-edit.ts";
import { shortenedMessage } from "../rules/shortened-message.ts";
import { deployedTolerances } from "../rules/tolerances.ts";
import { unsettable } from "../rules/unsettable.ts";

const evidence = readEvidence();

test("every rule has a breach in the evidence, or a reason why none can be set on a browser", () => {
  const weighed = new Set(evidence.breaches.filter(({ allowed }) => allowed === undefined).map(({ rule }) => rule));
  const without = sdpRules.map(({ id }) => id).filter((id) => !weighed.has(id) && !(id in unsettable));
  assert.deepEqual(without, []);
  for (const id of Object.keys(unsettable)) assert.ok(!weighed.has(id), `${id} has a breach and a reason for none`);
});

test("every breach is of a rule of the library, whose id its own begins with", () => {
  const ids = new Set<string>(sdpRules.map(({ id }) => id));
  for (const { id, rule } of breaches) {
    assert.ok(ids.has(rule), `${id} is of the rule ${rule}, which does not exist`);
    assert.ok(id.startsWith(`${rule}-`), `${id} is of the rule ${rule}`);
  }
});

test("the evidence is of the breaches, in their order", () => {
  const shown = breaches.map(({ id, rule, title, on, base, change, allowed }) => {
    return { id, rule, title, on, base, change, allowed };
  });
  const kept = evidence.breaches.map(({ id, rule, title, on, base, change, allowed }) => {
    return { id, rule, title, on, base, change, allowed };
  });
  assert.deepEqual(kept, shown);
  assert.equal(new Set(kept.map(({ id }) => id)).size, kept.length);
  for (const { id, on } of breaches) assert.ok(situations.includes(on), id);
});

test("the evidence names its browsers and holds nothing of the machine that it was made on", () => {
  assert.match(evidence.browsers.chromium, /^Chrome\/\d+\.[\d.]+$/);
  assert.match(evidence.browsers.firefox, /^firefox\/\d+\.[\d.]+$/i);
  const words = evidence.breaches
    .flatMap(({ chromium, firefox }) => [chromium, firefox])
    .flatMap((verdict) => {
      if (verdict.verdict === "accepted") return verdict.afterwards === undefined ? [] : [verdict.afterwards.message];
      return verdict.verdict === "crashed" ? [] : [verdict.message];
    });
  for (const message of words) {
    assert.ok(message.length <= 160, message);
    assert.doesNotMatch(message, /\d+\.\d+\.\d+\.\d+|([0-9A-F]{2}:){4}|[0-9a-f]{8}-[0-9a-f]{4}-/i);
  }
});

test("a message is one line without addresses, fingerprints, ids and long numbers, and not too long", () => {
  const said = "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': o=- 1234567 2 IN IP4\n192.0.2.1 bad";
  assert.equal(shortenedMessage(said), "o=- <number> 2 IN IP4 <address> bad");
  assert.equal(shortenedMessage("{0c2f0e3a-0123-4567-89ab-0123456789ab} is gone"), "<id> is gone");
  assert.equal(shortenedMessage(`sha-256 ${new Array(32).fill("0A").join(":")}`), "sha-256 <fingerprint>");
  assert.equal(shortenedMessage("x".repeat(500)).length, 160);
});

const sdp = "v=0\r\ns=-\r\nm=audio 9 RTP/AVP 0\r\na=mid:0\r\nm=video 9 RTP/AVP 1\r\na=mid:1\r\n";
const context = { offer: null, previous: null };

test("an edit reaches its level alone, and one that changes nothing throws", () => {
  const edit = edits(session(add("a=x")), section(1, remove(/^a=mid:/)));
  const edited = "v=0\r\ns=-\r\na=x\r\nm=audio 9 RTP/AVP 0\r\na=mid:0\r\nm=video 9 RTP/AVP 1\r\n";
  assert.equal(edit(sdp, context), edited);
  assert.throws(() => section(0, remove(/^a=setup:/))(sdp, context), /nothing to change/);
  assert.equal(own((text) => text.includes("a=mid:1"))(sdp, context), sdp);
  assert.throws(() => own((text) => text.includes("a=mid:2"))(sdp, context), { name: "NotWritten" });
});

const accepted = { verdict: "accepted" } as const;
const refused = { verdict: "refused", error: "InvalidAccessError", message: "no" } as const;
const late = { verdict: "accepted", afterwards: { error: "OperationError", message: "no answer" } } as const;

function row(rule: string, chromium: Evidence["breaches"][number]["chromium"], more: object = {}) {
  return { id: rule, rule, title: "", on: "", base: "", chromium, firefox: accepted, ...more };
}

test("tolerated are the error rules of which both browsers let a breach pass", () => {
  const browsers = { chromium: "", firefox: "" };
  const rules = ["A1", "A2", "D1", "D2", "S1", "W1", "A3"].map((id) => {
    return { id, severity: id.startsWith("W") ? "warning" : "error", tolerable: id !== "S1" };
  });
  const rows = [
    row("D1", accepted),
    row("D2", accepted, { firefox: refused }),
    row("A1", late),
    row("A2", refused),
    row("A2", accepted),
    row("A3", accepted, { allowed: "it is" }),
    row("S1", accepted),
    row("W1", accepted),
    row("D99", accepted),
  ];
  assert.deepEqual(deployedTolerances({ browsers, breaches: rows }, rules), ["A2", "D1"]);
});

test("every rule has the severity that the policy gives one of its breaches, or the reason why not", () => {
  for (const { id, severity } of sdpRules) {
    const breached = evidence.breaches.filter(({ rule, allowed }) => rule === id && allowed === undefined);
    if (breached.length === 0) continue;
    const policy = breached.map((row) => severityOf(groundOf(row), [row.chromium, row.firefox], /-own\b/.test(row.id)));
    const expected = policy.includes("error") ? "error" : policy.includes("note") ? "note" : "warning";
    if (id in exceptions)
      assert.notEqual(severity, expected, `${id} follows the policy, and has a reason for not doing so`);
    else assert.equal(severity, expected, id);
  }
});

test("every breach has a ground", () => {
  for (const breach of breaches) assert.notEqual(groundOf(breach).source, "");
});

test("the severity follows from the ground and from what browsers do", () => {
  const [refuse, must, none] = [
    { kind: "refuse", source: "" },
    { kind: "must", source: "" },
    { kind: "none", source: "" },
  ] as const;
  assert.equal(severityOf(refuse, [accepted, accepted], false), "error");
  assert.equal(severityOf(must, [accepted, refused], false), "error");
  assert.equal(severityOf(must, [late, accepted], false), "warning");
  assert.equal(severityOf(none, [refused, refused], false), "warning");
  assert.equal(severityOf(must, [accepted, accepted], true), "note");
  assert.equal(severityOf(refuse, [accepted, accepted], true), "error");
});

test("real descriptions are counted by the rules that they break", () => {
  const counts = countBreaches([
    { sdp: "", acceptedByChromium: false, acceptedByFirefox: true },
    { sdp: "x", acceptedByChromium: true, acceptedByFirefox: true },
    { sdp: "v=0\r\n", acceptedByChromium: true, acceptedByFirefox: false },
  ]);
  assert.deepEqual(counts, {
    S1: { descriptions: 1, acceptedByChromium: 1, acceptedByFirefox: 1, acceptedByBoth: 1 },
    S2: { descriptions: 2, acceptedByChromium: 1, acceptedByFirefox: 1, acceptedByBoth: 0 },
  });
});
