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
    const lines = printed.split("\n");
    expect(lines.slice(lines.indexOf(""))).toEqual([
      "",
      "Connection 8-1",
      "ok            +0.000 s  setLocalDescription(offer)    stable → have-local-offer",
      "    → 8-2, +0.004 s",
      "ok            +0.010 s  setRemoteDescription(answer)  have-local-offer → stable",
      "    ← 8-2, +0.006 s",
      "ILLEGAL CALL  +0.012 s  setRemoteDescription(answer)  stays stable",
      "    ← 8-2, +0.006 s",
      "    setRemoteDescription(answer) is refused in stable: there is no offer to",
      "      answer. Legal in stable: setLocalDescription(offer),",
      "      setRemoteDescription(offer).",
      "    the implementation: Failed to set remote answer sdp: Called in wrong state:",
      "      stable",
      "    likely cause: the same answer had been applied already, at +0.010 s",
      "    see RFC 9429 §3.2: https://www.rfc-editor.org/rfc/rfc9429.html#section-3.2",
      "",
      "Connection 8-2",
      "ok            +0.004 s  setRemoteDescription(offer)   stable → have-remote-offer",
      "    ← 8-1, +0.000 s",
      "ok            +0.006 s  setLocalDescription(answer)   have-remote-offer → stable",
      "    → 8-1, +0.010 s",
      "    → 8-1, +0.012 s",
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
      const shown = [...printed.matchAll(/^(\S+(?: \S+){0,2}) {2,}\+\d+\.\d{3} s {2}set\w+\(\w+\)/gm)];
      expect(shown).toHaveLength(rows.length);
      for (const [index, [, word]] of shown.entries()) {
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
    expect(lines.slice(-7, -3)).toEqual([
      "ok            +0.005 s  setRemoteDescription(answer)  have-local-offer → stable",
      "    waited 250 ms for the call before it",
      "not judged    +0.265 s  setLocalDescription()         in stable",
      "    never settled",
    ]);
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
    expect(lines.slice(-5, -2)).toEqual([
      "ok            +0.003 s  setRemoteDescription(rollback)  in have-local-offer",
      "    overtaken by close(), never settled",
      "ok            +0.004 s  close()                       have-local-offer → closed",
    ]);
    expect(lines.at(-1)).toBe("3 calls, 0 illegal calls, 0 divergences, 0 not judged, 1 never settled");
  });

  it("has the failures without a call in the columns of the calls", async () => {
    const { printed } = await runReplay([capturePath("munged-and-invalid-sdp", "internals.json.gz")]);
    const lines = printed.split("\n");
    expect(lines.filter((line) => /^\S.* \+\d/.test(line))).toEqual([
      "MUNGED SDP APPLIED  +0.001 s  setLocalDescription(offer)",
      "ok            +0.070 s  setLocalDescription(rollback)  have-local-offer → stable",
      "failure       +0.070 s  setRemoteDescription(?)",
      "REMOTE SDP REFUSED  +0.075 s  setRemoteDescription(offer)   stays stable",
      "REMOTE SDP REFUSED  +0.075 s  setRemoteDescription(offer)   stays stable",
      "ILLEGAL CALL  +0.076 s  setRemoteDescription(answer)  stays stable",
      "failure       +0.078 s  setRemoteDescription(?)",
      "ok            +0.080 s  setRemoteDescription(offer)   stable → have-remote-offer",
    ]);
    const first = lines.findIndex((line) => line.startsWith("failure"));
    expect(lines.slice(first + 1, first + 4)).toEqual([
      "    the dump holds only its failure",
      "    the implementation: Failed to parse SessionDescription. [hidden] Expect",
      "      line: o=",
    ]);
  });

  it.each(captures)("of $name is closed by a legend where it found something, and only there", async (capture) => {
    const { printed } = await runReplay([capturePath(capture.name, "rtcstats.gz")]);
    const lines = printed.trimEnd().split("\n");
    const words = ["ILLEGAL CALL", "REMOTE SDP REFUSED", "MUNGED SDP APPLIED", "DIVERGENCE"];
    const met = words.filter((word) => lines.some((line) => new RegExp(`^${word} .*\\+\\d`).test(line)));
    expect(met.length > 0).toBe(capture.status === 1);
    for (const word of words) expect(lines.some((line) => line.startsWith(`${word}: `))).toBe(met.includes(word));
    expect(lines.filter((line) => /^\d+ calls, .* never settled$/.test(line))).toHaveLength(1);
  });

  it("cuts the implementation's words after 300 characters; JSON has them whole", async () => {
    const of = (length: number) => "-x ".repeat(length).slice(0, length);
    const dump = (message: string) =>
      rtcstatsDump([
        ["setRemoteDescription", "PC_0", { type: "answer", sdp: "" }, 1],
        ["setRemoteDescriptionOnFailure", "PC_0", message, 1],
      ]);
    const words = async (length: number) =>
      /the implementation: [^s]*(?=see)/
        .exec((await timeline(dump(of(length)))).join(" ").replace(/ +/g, " "))?.[0]
        .trim();
    expect(await words(300)).toBe(`the implementation: ${of(300)}`.trim());
    expect(await words(301)).toBe(`the implementation: ${of(300).trim()} …`);
    expect(await words(100_000)).toBe(`the implementation: ${of(300).trim()} …`);
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
    expect(lines[6]).toMatch(/^ok +\+0\.000 s {2}close\(\) +stable → closed$/);
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
    expect(printed).toContain("<dim>    the dump holds only its failure</dim>");
    expect(printed.replace(/<\/?(bold|dim|green|red|yellow)>/g, "")).toBe(plain.printed);
  });

  it("tells what was not judged apart, and changes no word", async () => {
    const path = file("open", internalsDump([["setLocalDescription", ""]]));
    const plain = await runReplay([path]);
    const { printed } = await runReplay([path], { style });
    expect(printed).toContain("<dim>not judged</dim>    +0.000 s");
    expect(printed.replace(/<\/?(bold|dim|green|red|yellow)>/g, "")).toBe(plain.printed);
  });

  it("stands out in the dump's name, the connections and a bad total; the legend does not", async () => {
    const good = await runReplay([file("good", internalsDump([["close", ""]]))], { style });
    expect(good.printed).toMatch(/^<bold>.*<\/bold>\n\n<bold>Connection 8-1<\/bold>/s);
    expect(good.printed).toMatch(/\n1 call, .*settled\n$/);
    const bad = await runReplay([capturePath("double-answer", "internals.json.gz")], { style });
    expect(bad.printed).toMatch(/\n<bold>5 calls, 1 illegal call, .*settled<\/bold>\n<dim>.*<\/dim>\n$/);
    expect(bad.printed.endsWith(`\n<dim>${legend}</dim>\n`)).toBe(true);
  });
});
