// The timeline that `replay` prints for people.
import { describe, expect, it } from "vitest";
import { internalsDump, rtcstatsDump } from "../trace/dumps/dumps.ts";
import { linesOf } from "../trace/dumps/rtcstats-capture.ts";
import { capturePath, captureText } from "./running/capture-files.ts";
import { captures } from "./running/capture-verdicts.ts";
import { jsonReport, runReplay } from "./running/replaying.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const file = temporaryFolder();
const marked = (name: string) => (text: string | number | null | undefined) => `<${name}>${text}</${name}>`;
const style = {
  bold: marked("bold"),
  dim: marked("dim"),
  green: marked("green"),
  red: marked("red"),
  yellow: marked("yellow"),
};

// The first offer of a real exchange, and its answer.
function exchange() {
  const lines = linesOf(captureText("basic-call", "rtcstats.gz"));
  const logged = (method: string, id: string) => lines.find((line) => line[0] === method && line[1] === id)?.[2];
  return { offer: logged("setRemoteDescription", "8-2"), answer: logged("setRemoteDescription", "8-1") };
}

const legend = "ILLEGAL CALL: the application asked for something that the rules forbid.";

async function timeline(text: string): Promise<string[]> {
  const { printed } = await runReplay([file("dump", text)]);
  return printed.trimEnd().split("\n");
}

describe("the timeline", () => {
  it("of the double answer says what happened, why it was illegal, and where the rule stands", async () => {
    const path = capturePath("double-answer", "internals.json.gz");
    const { printed } = await runReplay([path]);
    const lines = printed.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "));
    expect(lines).toEqual([
      `${path}: webrtc-internals dump, 2 peer connections`,
      "",
      "Connection 8-1",
      "+0.000 s | setLocalDescription(offer) | stable → have-local-offer | ok",
      "+0.010 s | setRemoteDescription(answer) | have-local-offer → stable | ok",
      "+0.012 s | setRemoteDescription(answer) | stays stable | ILLEGAL CALL",
      expect.stringMatching(/^setRemoteDescription\(answer\) is refused in stable: .* Legal in stable: /),
      "the implementation: Failed to set remote answer sdp: Called in wrong state: stable",
      "likely cause: the same answer had been applied already, at +0.010 s",
      "see RFC 9429 §3.2: https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2",
      "",
      "Connection 8-2",
      "+0.004 s | setRemoteDescription(offer) | stable → have-remote-offer | ok",
      "+0.006 s | setLocalDescription(answer) | have-remote-offer → stable | ok",
      "",
      "5 calls, 1 illegal call, 0 divergences, 0 not judged, 0 never settled",
      legend,
      "",
    ]);
  });

  it("has a row for every call, and one word for its verdict", async () => {
    const words = {
      conforms: ["ok"],
      "illegal-call": ["ILLEGAL CALL", "REMOTE SDP REFUSED"],
      divergence: ["DIVERGENCE", "MUNGED SDP APPLIED"],
      unjudged: ["not judged"],
    };
    for (const { name, rows } of captures) {
      const { printed } = await runReplay([capturePath(name, "rtcstats.gz")]);
      const told = [...printed.matchAll(/^ *\+\d+\.\d{3} s {2}set\w+\(\w+\) .* {2}(\S+(?: \S+){0,2})$/gm)];
      expect(told).toHaveLength(rows.length);
      for (const [index, [, word]] of told.entries()) {
        expect(words[rows[index]?.verdict as keyof typeof words]).toContain(word);
      }
    }
  });

  it("says how long a call waited and which were never settled", async () => {
    const { offer, answer } = exchange();
    const lines = await timeline(
      rtcstatsDump([
        ["setLocalDescription", "PC_0", null, 1000],
        ["setRemoteDescription", "PC_0", answer, 5],
        ["setLocalDescriptionOnSuccess", "PC_0", offer, 250],
        ["setRemoteDescriptionOnSuccess", "PC_0", null, 5],
        ["setLocalDescription", "PC_0", null, 5],
      ]),
    );
    expect(lines[4]).toMatch(/setRemoteDescription\(answer\) .* ok {2}waited 250 ms for the call before it$/);
    expect(lines[5]).toMatch(/setLocalDescription\(\) +in stable +not judged {2}never settled$/);
    expect(lines.at(-1)).toBe("3 calls, 0 illegal calls, 0 divergences, 1 not judged, 1 never settled");
  });

  it("says which calls close() overtook, and in which state", async () => {
    const { offer } = exchange();
    const lines = await timeline(
      rtcstatsDump([
        ["setLocalDescription", "PC_0", null, 1000],
        ["onsignalingstatechange", "PC_0", "have-local-offer", 1],
        ["setLocalDescriptionOnSuccess", "PC_0", offer, 1],
        ["setRemoteDescription", "PC_0", { type: "rollback" }, 1],
        ["close", "PC_0", null, 1],
      ]),
    );
    expect(lines[4]).toMatch(
      /setRemoteDescription\(rollback\) +in have-local-offer +ok {2}overtaken by close\(\), never settled$/,
    );
    expect(lines[5]).toMatch(/close\(\) +have-local-offer → closed +ok$/);
    expect(lines.at(-1)).toBe("3 calls, 0 illegal calls, 0 divergences, 0 not judged, 1 never settled");
  });

  it("has the failures without a call in the columns of the calls", async () => {
    const { printed } = await runReplay([capturePath("munged-and-invalid-sdp", "internals.json.gz")]);
    const lines = printed.split("\n");
    const rows = lines.filter((line) => /^ *\+\d/.test(line));
    expect(rows.map((row) => row.slice(14, 90).trimEnd())).toEqual([
      "setLocalDescription(offer)      stable → have-local-offer",
      "setLocalDescription(rollback)   have-local-offer → stable",
      "setRemoteDescription(?)",
      "setRemoteDescription(offer)     stays stable",
      "setRemoteDescription(offer)     stays stable",
      "setRemoteDescription(answer)    stays stable",
      "setRemoteDescription(?)",
      "setRemoteDescription(offer)     stable → have-remote-offer",
    ]);
    expect(rows.map((row) => row.slice(90))).toEqual([
      "MUNGED SDP APPLIED",
      "ok",
      "the dump holds only its failure",
      "REMOTE SDP REFUSED",
      "REMOTE SDP REFUSED",
      "ILLEGAL CALL",
      "the dump holds only its failure",
      "ok",
    ]);
    const [first = ""] = rows.filter((row) => row.includes("(?)"));
    const below = lines[lines.indexOf(first) + 1];
    expect(below?.slice(14)).toBe("the implementation: Failed to parse SessionDescription. [hidden] Expect line: o=");
  });

  it.each(captures)("of $name is closed by a legend where it found something, and only there", async (capture) => {
    const { printed } = await runReplay([capturePath(capture.name, "rtcstats.gz")]);
    const lines = printed.trimEnd().split("\n");
    const words = ["ILLEGAL CALL", "REMOTE SDP REFUSED", "MUNGED SDP APPLIED", "DIVERGENCE"];
    const met = words.filter((word) => lines.some((line) => line.endsWith(`  ${word}`)));
    expect(met.length > 0).toBe(capture.status === 1);
    for (const word of words) expect((lines.at(-1) ?? "").includes(`${word}: `)).toBe(met.includes(word));
    expect(lines.slice(capture.status === 1 ? -2 : -1)[0]).toMatch(/^\d+ calls, .* never settled$/);
  });

  it("cuts the implementation's words after 300 characters; JSON has them whole", async () => {
    const of = (length: number) => "-x".repeat(length).slice(0, length);
    const dump = (message: string) =>
      rtcstatsDump([
        ["setRemoteDescription", "PC_0", { type: "answer", sdp: "" }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", message, 1],
      ]);
    const words = async (length: number) =>
      (await timeline(dump(of(length)))).filter((line) => line.includes("implementation: ")).map((line) => line.trim());
    expect(await words(300)).toEqual([`the implementation: ${of(300)}`]);
    expect(await words(301)).toEqual([`the implementation: ${of(300)}…`]);
    expect(await words(100_000)).toEqual([`the implementation: ${of(300)}…`]);
    const { connections } = await jsonReport(file("long", dump(of(1000))));
    expect(connections[0]?.steps[0]?.observed.message).toBe(of(1000));
  });

  it("shows close(), and connections where nothing was set", async () => {
    const lines = await timeline(
      rtcstatsDump([
        ["create", "PC_0", null, 1],
        ["close", "PC_1", null, 1],
      ]),
    );
    expect(lines.slice(2, 4)).toEqual(["Connection PC_0", expect.stringContaining("no descriptions were set")]);
    expect(lines[6]).toMatch(/close\(\) +stable → closed +ok$/);
  });

  it("of an empty dump says that there is nothing", async () => {
    const lines = await timeline('{"PeerConnections":{}}');
    expect(lines[0]).toMatch(/webrtc-internals dump, 0 peer connections$/);
    expect(lines.at(-1)).toMatch(/^0 calls, 0 illegal calls/);
  });
});

describe("colour", () => {
  it("comes only from the style", async () => {
    for (const { name } of captures) {
      const { printed } = await runReplay([capturePath(name, "internals.json.gz")]);
      expect(printed).not.toContain("\u001b");
    }
  });

  it("tells the verdicts apart, and changes no word", async () => {
    const path = capturePath("munged-and-invalid-sdp", "internals.json.gz");
    const plain = await runReplay([path]);
    const { printed } = await runReplay([path], { style });
    expect(printed).toContain("<green>ok</green>");
    expect(printed).toContain("<red>ILLEGAL CALL</red>");
    expect(printed).toContain("<yellow>MUNGED SDP APPLIED</yellow>");
    expect(printed).toContain("<dim>the dump holds only its failure</dim>");
    expect(printed.replace(/<\/?(bold|dim|green|red|yellow)>/g, "")).toBe(plain.printed);
  });

  it("tells what was not judged apart, and changes no word", async () => {
    const path = file("open", internalsDump([["setLocalDescription", ""]]));
    const plain = await runReplay([path]);
    const { printed } = await runReplay([path], { style });
    expect(printed).toContain("<dim>not judged</dim>  never settled");
    expect(printed.replace(/<\/?(bold|dim|green|red|yellow)>/g, "")).toBe(plain.printed);
  });

  it("stands out in the dump's name, the connections and a bad total; the legend does not", async () => {
    const good = await runReplay([file("good", internalsDump([["close", ""]]))], { style });
    expect(good.printed).toMatch(/^<bold>.*<\/bold>\n\n<bold>Connection 8-1<\/bold>/);
    expect(good.printed).toMatch(/\n1 call, .*settled\n$/);
    const bad = await runReplay([capturePath("double-answer", "internals.json.gz")], { style });
    expect(bad.printed).toMatch(/\n<bold>5 calls, 1 illegal call, .*settled<\/bold>\n<dim>.*<\/dim>\n$/);
    expect(bad.printed.endsWith(`\n<dim>${legend}</dim>\n`)).toBe(true);
  });
});
