// The class of docs/guide-stack-authors.md, as it stands there: what it does, and that docs/sequences.md shows just that.
import { describe, expect, it } from "vitest";
import { sequences } from "../../scripts/docs/sequences/sequences.ts";
import { snippetModules } from "../../scripts/docs/snippets/modules.ts";
import { snippetTypeErrors } from "../../scripts/docs/snippets/types.ts";
import { type GuideClass, type Logged, logged } from "./running/guide-connection.ts";
import { guideScenarios } from "./running/guide-scenarios.ts";
import { dataChannel } from "./running/slow-transports.ts";
import { importSnippet, snippetWith } from "./running/snippet-module.ts";

interface Guide {
  readonly PeerConnection: GuideClass;
}
interface Recorder {
  onInput(listener: (line: string) => void): void;
}

const guide = snippetWith("docs/guide-stack-authors.md", "export class PeerConnection");

describe("the class of the guide for stack authors", () => {
  it("has the right types where the platform has none of the DOM's", () => {
    expect(snippetTypeErrors([guide], { lib: ["lib.es2022.d.ts"], types: [] })).toEqual([]);
  }, 60_000);

  it.concurrent.each(Object.entries(guideScenarios))("%s", async (_name, run) => {
    const { PeerConnection } = await importSnippet<Guide>(guide);
    await run(PeerConnection);
  });
});

const answer = (type: "pranswer" | "answer") => ({ type, sdp: dataChannel(2, 1, "active") });
const theirOffer = { type: "offer", sdp: dataChannel(2, 1, "actpass") } as const;

/** For each sequence diagram, the calls before it and those that it shows. */
const shown: Readonly<
  Record<string, { before: (made: Logged) => Promise<void>; during: (made: Logged) => Promise<void> }>
> = {
  call: {
    before: async () => {},
    during: async ({ pc, call }) => {
      await call("createOffer");
      await call("setLocalDescription", { type: "offer" });
      await call("setRemoteDescription", answer("answer"));
      expect(pc.signalingState).toBe("stable");
    },
  },
  glare: {
    before: ({ call }) => call("setLocalDescription"),
    during: async ({ transports, call }) => {
      transports.cannotApply = ["remote offer"];
      await call("setRemoteDescription", theirOffer);
    },
  },
  pranswer: {
    before: ({ call }) => call("setLocalDescription"),
    during: async ({ call }) => {
      await call("setRemoteDescription", answer("pranswer"));
      await call("setLocalDescription", { type: "rollback" });
      await call("setRemoteDescription", answer("answer"));
    },
  },
};

describe("docs/sequences.md shows what the class does", () => {
  it.each(sequences)("$title", async ({ name, lines }) => {
    const { before, during } = shown[name] ?? expect.unreachable(name);
    const library = new URL("running/recorded-library.ts", import.meta.url).href;
    const code = `${guide.code}\nexport { onInput } from "jsep-machine/connection";`;
    const modules = { ...snippetModules, "jsep-machine/connection": library };
    const { PeerConnection, onInput } = await importSnippet<Guide & Recorder>({ ...guide, code }, modules);
    const made = logged(PeerConnection, 1);
    onInput((line) => made.log.push(line));
    await before(made);
    made.log.length = 0;
    await during(made);
    const messages = lines.flatMap((line) =>
      "note" in line ? [] : `${line.from} ${line.answer ? "-->" : "->"} ${line.to}: ${line.text}`,
    );
    expect(made.log).toEqual(messages);
  });
});
