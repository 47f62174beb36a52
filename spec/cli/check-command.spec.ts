// `check` as a process: its options' defaults, its streams, standard input.
import { mkdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { alice, balanced, bob } from "../../cases/sdp/given/descriptions.ts";
import { bundledCommand } from "./running/command-process.ts";
import { temporaryFolder } from "./running/temporary-files.ts";

const run = bundledCommand();
const file = temporaryFolder();
const offer = file("offer.sdp", balanced(alice, "actpass"));
const answer = file("answer.sdp", balanced(bob, "active"));
const withoutMux = file("without-mux.sdp", balanced(alice, "actpass").replace("a=rtcp-mux\r\n", ""));
const emptyFolder = file("empty");
mkdirSync(emptyFolder);
const notSdp = file("not.sdp", "Invalid SDP");

describe("contract, check: arguments", () => {
  it.concurrent("the side is remote by default", async () => {
    const told = async (...args: string[]) => {
      const { status, out } = await run(["check", withoutMux, "--json", ...args]);
      const { side, type, summary } = JSON.parse(out);
      return { status, side, type, errors: summary.errors };
    };
    expect(await told()).toEqual({ status: 1, side: "remote", type: null, errors: 1 });
    expect(await told("--side", "remote", "--type", "offer")).toEqual({
      status: 1,
      side: "remote",
      type: "offer",
      errors: 1,
    });
    expect(await told("--side", "local", "--tolerate", "D26")).toEqual({
      status: 0,
      side: "local",
      type: null,
      errors: 0,
    });
    expect(await told("--tolerate", "D7")).toEqual({ status: 0, side: "remote", type: null, errors: 0 });
    expect(await told("--tolerate", "A8,D7")).toEqual({ status: 0, side: "remote", type: null, errors: 0 });
  });

  it.concurrent.each([
    ["no file", ["check"], "file"],
    ["an unknown format", ["check", offer, "--format", "xml"], "xml"],
    ["--quiet with --notes", ["check", offer, "--quiet", "--notes"], "--notes"],
    ["a folder without descriptions", ["check", emptyFolder], "no file in this folder is named *.sdp or *.sdp.gz"],
    ["standard input as two files", ["check", "-", "-"], "only once"],
    ["an unknown type", ["check", offer, "--type", "Offer"], "Offer"],
    ["a rollback, which holds no SDP", ["check", offer, "--type", "rollback"], "rollback"],
    ["an unknown side", ["check", offer, "--side", "left"], "left"],
    ["an unknown rule", ["check", offer, "--tolerate", "Z9"], "Z9"],
    ["a rule that cannot be tolerated", ["check", offer, "--tolerate", "S2"], "S2"],
    ["--offer for an offer", ["check", offer, "--offer", offer, "--type", "offer"], "--offer"],
    ["an offer that is not SDP", ["check", answer, "--offer", notSdp], "not.sdp"],
    ["standard input twice", ["check", "-", "--offer", "-"], "standard input"],
  ])("unusable: %s", async (_, args, reason) => {
    const { status, out, err } = await run(args);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(/^jsep-machine: .+\n$/);
    expect(err).toContain(reason);
  });
});

describe("contract, check: streams", () => {
  it.concurrent("reads standard input, the description or its offer", async () => {
    const asDescription = await run(["check", "-", "--offer", offer], { input: answer });
    expect(asDescription).toMatchObject({ status: 0, err: "" });
    expect(asDescription.out).toMatch(/^standard input: as a remote answer, 0 errors, 0 warnings\n$/);
    const asOffer = await run(["check", answer, "--offer", "-"], { input: offer });
    expect(asOffer).toMatchObject({ status: 0, err: "" });
    const broken = await run(["check", answer, "--offer", "-"], { input: notSdp });
    expect(broken).toMatchObject({ status: 2, out: "" });
    expect(broken.err).toContain("standard input: line 1");
  });

  it.concurrent("prints what it found on standard output, without colour where that is no terminal", async () => {
    const { status, out, err } = await run(["check", notSdp]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toMatch(/^\S+not\.sdp:1:1: error S1 \(RTCError\): .*\n {5}1 \| Invalid SDP\n {7}\| \^\n/);
  });

  it.concurrent("a pipe that is closed early ends it quietly", async () => {
    const many = file("many.sdp", `${balanced(alice, "actpass")}${"a=mid:2\r\n".repeat(50_000)}`);
    const { err } = await run(["check", many], { hangUp: true });
    expect(err).toBe("");
  });
});
