import { described, listOf, objectOf, oneOf, type Schema, string, the, wholeNumber } from "./schema-parts.ts";

const edits = described(
  "The edits, made one after the other, in an order in which no edit moves the lines of a later one.",
  listOf(the("lineEdit")),
);

/** SDP texts, written out or as edits of a named one. */
export const sdpDefinitions: Readonly<Record<string, Schema>> = {
  sdpText: { oneOf: [string, the("editedText")] },
  editedText: objectOf(
    {
      from: described("The name of a text in `sdp`, whose lines end in CRLF.", string),
      edits,
    },
    "edits",
  ),
  lineEdit: objectOf({
    line: described(
      "The first line replaced, from 1. The line after the last end of line stands for the end of the text.",
      wholeNumber(1),
    ),
    remove: described("How many lines are removed.", wholeNumber(0)),
    insert: described("The lines inserted in their place.", listOf(string)),
  }),
  setDescription: objectOf({
    side: described("The side on which it is set.", the("side")),
    type: described("Its type.", oneOf(["offer", "pranswer", "answer"])),
    sdp: described("Its SDP.", the("sdpText")),
  }),
};
