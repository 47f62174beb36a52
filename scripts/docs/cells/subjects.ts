// What is judged on the cells: the fake, and mocks of the kinds that applications write by hand.
import {
  AlwaysStable,
  type MockConnection,
  OnlyResolves,
  StateOfLastCall,
} from "../../../examples/fake/mocks/mocks.ts";
import { createWorld } from "../../../src/entries/fake.ts";

/** Something that is used as an RTCPeerConnection. */
export interface Subject {
  readonly name: string;
  create(): Promise<TestedConnection>;
}

/** One connection of a subject's, and what its other side sends. */
export interface TestedConnection {
  readonly connection: MockConnection;
  readonly offer: string;
  answer(): Promise<string>;
}

const fake: Subject = {
  name: "`jsep-machine/fake`",
  async create() {
    const world = createWorld({ clock: "virtual" });
    const [connection, offerer, answerer] = [1, 2, 3].map(() => new world.RTCPeerConnection());
    for (const each of [connection, offerer]) each.createDataChannel("chat");
    const { sdp: offer } = await offerer.createOffer();
    const madeAnswer = async () => {
      await answerer.setRemoteDescription({ type: "offer", sdp: connection.localDescription?.sdp ?? offer });
      return (await answerer.createAnswer()).sdp;
    };
    let answer: Promise<string> | null = null;
    return {
      connection,
      offer,
      answer() {
        answer ??= madeAnswer();
        return answer;
      },
    };
  },
};

function mock(name: string, create: () => MockConnection): Subject {
  return {
    name,
    create: async () => ({ connection: create(), offer: "mock-offer", answer: async () => "mock-answer" }),
  };
}

/** The fake first. */
export const subjects: readonly Subject[] = [
  fake,
  mock("a mock that is always stable", () => new AlwaysStable()),
  mock("a mock whose last call sets its state", () => new StateOfLastCall()),
  mock("functions that only resolve", () => new OnlyResolves()),
];
