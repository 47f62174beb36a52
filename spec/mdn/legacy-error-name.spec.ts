import { describe, expect, it } from "vitest";
import { newSession, perform, rejectionOf, sessionAfter } from "../../cases/calls.ts";
import { rowsOf } from "../../cases/text-table.ts";
import { legacyErrorName, type Rejection } from "../../src/entries/index.ts";

// MDN names an error only for a remote description refused for what it is; for everything else the exception's name.
const table = `
  error                    | remote                         | local
  TypeError                | InvalidSessionDescriptionError | TypeError
  RTCError                 | InvalidSessionDescriptionError | OperationError
  InvalidAccessError       | InvalidSessionDescriptionError | InvalidAccessError
  InvalidStateError        | InvalidStateError              | InvalidStateError
  InvalidModificationError | InvalidModificationError       | InvalidModificationError
  OperationError           | OperationError                 | OperationError
`;

describe("MDN, the deprecated callback form: legacyErrorName", () => {
  it.each(rowsOf(table))("$error", ({ error, remote, local }) => {
    const rejection = rejectionOf(perform(newSession(), "remote answer RA"));
    expect(legacyErrorName({ ...rejection, error, side: "remote" } as Rejection)).toBe(remote);
    expect(legacyErrorName({ ...rejection, error, side: "local" } as Rejection)).toBe(local);
  });

  it("on a closed connection is InvalidStateError", () => {
    const closed = sessionAfter(newSession(), "close");
    expect(legacyErrorName(rejectionOf(perform(closed, "remote offer RO")))).toBe("InvalidStateError");
    expect(legacyErrorName(rejectionOf(perform(closed, "remote")))).toBe("InvalidSessionDescriptionError");
  });
});
