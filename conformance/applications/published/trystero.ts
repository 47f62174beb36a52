import { registerHooks } from "node:module";
import { type Any, type Application, published, streamOf, until } from "../application.ts";

const core = "@trystero-p2p/core";

export const trystero: Application = {
  package: core,
  setting:
    "Trystero's core, whose packages for relays differ in how messages travel. Here the topics are lists in memory. " +
    "Two copies of the modules run, since a copy is one peer.",
  leftOut: null,
  whyRefused: null,
  async run(world, shown) {
    const topics = topicsInMemory();
    const copies = [await published(core), await secondCopy()];
    const [a, b] = copies.map(({ createTopicStrategy }) => createTopicStrategy(topics)({ appId: "example" }, "room"));
    await Promise.all([a, b].map((room) => new Promise((resolve) => Object.assign(room, { onPeerJoin: resolve }))));
    shown("both join a room and find each other");

    const [chatA, chatB] = [a, b].map((room) => room.makeAction("chat"));
    const arriving = [chatB, chatA].map(
      (action) => new Promise<Any>((resolve) => Object.assign(action, { onMessage: resolve })),
    );
    await Promise.all([chatA.send({ text: "hello" }), chatB.send(new Uint8Array(50_000))]);
    const [object, bytes] = await Promise.all(arriving);
    shown(`actions: {"text":"${object.text}"} one way, ${bytes.byteLength} bytes in chunks the other`);

    const streams = new Promise<MediaStream>((resolve) => Object.assign(b, { onPeerStream: resolve }));
    await Promise.all(a.addStream(streamOf(world, "audio", "video")));
    const stream = await streams;
    await until(
      "the tracks flow",
      () => stream.getTracks().length === 2 && stream.getTracks().every((one) => !one.muted),
    );
    shown("a stream with 2 tracks arrives, and flows");

    const left = new Promise((resolve) => Object.assign(b, { onPeerLeave: resolve }));
    await a.leave();
    await left;
    shown("one leaves, and the other notices");
    await b.leave();
  },
};

/** A second copy of the modules: each file by an address of its own. */
function secondCopy(): Promise<Any> {
  registerHooks({
    resolve(specifier, context, nextResolve) {
      const found = nextResolve(specifier, context);
      const isCopied = context.parentURL?.endsWith("?second") && found.url.includes("/@trystero-p2p/");
      return isCopied && !found.url.endsWith("?second") ? { ...found, url: `${found.url}?second` } : found;
    },
  });
  return published(`${import.meta.resolve(core)}?second`);
}

type Hear = (topic: string, message: unknown) => unknown;

function topicsInMemory() {
  const hearing = new Map<string, Set<Hear>>();
  return {
    init: () => ({}),
    subscribeTopic(_relay: unknown, topic: string, hear: Hear) {
      const all = hearing.get(topic) ?? new Set();
      hearing.set(topic, all.add(hear));
      return () => all.delete(hear);
    },
    publishTopic(_relay: unknown, topic: string, message: unknown) {
      for (const hear of hearing.get(topic) ?? []) setTimeout(() => hear(topic, message));
    },
  };
}
