import {
  boolean,
  described,
  dictionaryOf,
  listOf,
  objectOf,
  oneOf,
  orNull,
  type Schema,
  string,
  the,
} from "./schema-parts.ts";
import { formatVersion } from "./vector-file.ts";

const id = described("Unique in its file. A case keeps its id; no other case ever gets it.", string);

const references = described(
  "The places in the specifications that rejections name in `reference`.",
  dictionaryOf(the("reference")),
);
const rules = described("What each rule on SDP that a rejection names requires, by its id.", dictionaryOf(string));
const sdp = described("SDP texts by the names under which the cases refer to them.", dictionaryOf(string));

function fileOf(vectors: string, cases: Schema, more: Readonly<Record<string, Schema>> = {}): Schema {
  return objectOf({
    $schema: described("The path of this schema, from the file.", { const: "./schema.json" }),
    version: described("The version of the format of these files.", { const: formatVersion }),
    vectors: described("What the file is about; also its name.", { const: vectors }),
    about: described("The same in a sentence.", string),
    specifications: described("The specifications followed, in the versions read.", listOf(the("specification"))),
    references,
    ...more,
    cases: described("The test vectors.", { ...listOf(cases), minItems: 1 }),
  });
}

const sessionCase = objectOf({
  id,
  options: described("The options that the session is created with.", the("options")),
  calls: described("The calls, one after the other, from a new session on.", { ...listOf(the("call")), minItems: 1 }),
});

const transition = objectOf({
  id,
  profile: described("The profile in force.", the("profileName")),
  state: described("The signaling state before the call.", the("signalingState")),
  side: described("Whose description is set: that of setLocalDescription() or setRemoteDescription().", the("side")),
  type: described("The type of the description.", the("sdpType")),
  description: described(
    "The argument of the call, on a session that `reach` has brought to the state.",
    the("argument"),
  ),
  next: described(
    "The state that the edge leads to; null where the state machine has no such edge.",
    orNull(the("signalingState")),
  ),
  implicitRollback: described("Is the call applied without an edge, after an implicit rollback?", boolean),
  signalingState: described("The signaling state after the call.", the("signalingState")),
  rejection: described("Why the call is refused; null where it is applied.", orNull(the("rejection"))),
});

const syntaxCase = objectOf({
  id,
  rule: described("The rule that the case is about: broken, or just not broken.", the("ruleId")),
  sdp: described("The text.", the("sdpText")),
  rejection: described("What is wrong with it; null where it is well-formed SDP.", orNull(the("rejection"))),
});

const contentCase = objectOf({
  id,
  rule: described("The rule that the case is about: broken, just not broken, or tolerated.", the("ruleId")),
  options: described("The options that the session is created with.", the("options")),
  before: described("The descriptions set before, all of them accepted.", listOf(the("setDescription"))),
  side: described("The side on which the description is set.", the("side")),
  type: described("The type of the description.", oneOf(["offer", "pranswer", "answer"])),
  sdp: described("Its SDP.", the("sdpText")),
  rejection: described("Why it is refused; null where it is accepted.", orNull(the("rejection"))),
});

const connectionCase = objectOf({
  id,
  options: described("The options that each connection is created with.", the("connectionOptions")),
  steps: described("The inputs, one after the other, from new connections on.", {
    ...listOf(the("step")),
    minItems: 1,
  }),
  after: described(
    "What can be seen of the connections after the last step.",
    objectOf(
      {
        a: described("Of the first.", the("visibleConnection")),
        b: described("Of the second, where there are two.", the("visibleConnection")),
      },
      "b",
    ),
  ),
});

const reach = described(
  'For each signaling state, the calls that lead a new session with `sdp` "opaque" there, under any profile. All are applied.',
  dictionaryOf(listOf(the("call"))),
);
const newSession = described("What a new session remembers.", the("session"));

const files: Readonly<Record<string, Schema>> = {
  transitions: fileOf("transitions", transition, { reach }),
  "web-idl": fileOf("web-idl", sessionCase),
  sequences: fileOf("sequences", sessionCase, { newSession, rules, sdp }),
  "sdp-syntax": fileOf("sdp-syntax", syntaxCase, { rules, sdp }),
  "sdp-content": fileOf("sdp-content", contentCase, { rules, sdp }),
  connection: fileOf("connection", connectionCase, { rules, sdp }),
};

/** The files by their names. */
export const fileNames: readonly string[] = Object.keys(files);

/** The files, and what says which specification they follow. */
export const fileDefinitions: Readonly<Record<string, Schema>> = {
  ...files,
  specification: objectOf({
    spec: described("Its name, as references give it.", string),
    title: described("Its title.", string),
    version: described("The version read.", string),
    url: described("Where it is published.", string),
  }),
  reference: objectOf({
    spec: described("The specification.", string),
    section: described("The section or the fragment in it.", string),
    url: described("A link to that very place.", string),
  }),
};
