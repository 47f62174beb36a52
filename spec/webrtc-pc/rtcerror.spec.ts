import { afterEach, describe, expect, it, vi } from "vitest";
import { rejected } from "../../cases/calls.ts";
import { play, scenarios } from "../../cases/rejection-scenarios.ts";
import { type ContentRejection, type Rejection, type SyntaxRejection, toException } from "../../src/entries/index.ts";

const base = {
  signalingState: "stable",
  side: "remote",
  type: "offer",
  rule: "some-rule",
  reference: { spec: "RFC 9429", section: "§5.8", url: "https://www.rfc-editor.org/rfc/rfc9429.html#section-5.8" },
} as const;

const syntax: SyntaxRejection = {
  ...base,
  code: "sdp-syntax-error",
  message: "line 7 is no line",
  error: "RTCError",
  errorDetail: "sdp-syntax-error",
  sdpLineNumber: 7,
};

const content: ContentRejection = {
  ...base,
  code: "sdp-not-acceptable",
  message: "no rtcp-mux",
  error: "InvalidAccessError",
  mLineIndex: 0,
  mid: "0",
  sdpLineNumber: 9,
};

const all: readonly (readonly [string, Rejection])[] = [
  ...scenarios.map((scenario) => [scenario.code, rejected(play(scenario)).rejection] as const),
  ["a syntax error", syntax],
  ["a content error", content],
];

const domExceptions = all.filter(([, { error }]) => error !== "TypeError");

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("webrtc-pc #dom-rtcerror and Web IDL, toException", () => {
  it.each(all)("%s: an Error with the message, the rejection as its cause", (_, rejection) => {
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(Error);
    expect(exception.message).toBe(rejection.message);
    expect(exception.cause).toBe(rejection);
    expect(() => {
      throw exception;
    }).toThrow(rejection.message);
  });

  it.each(all.filter(([, { error }]) => error === "TypeError"))("%s: a TypeError", (_, rejection) => {
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(TypeError);
    expect(exception.name).toBe("TypeError");
  });

  it.each(domExceptions)("%s: a DOMException", (_, rejection) => {
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(DOMException);
    expect(exception.name).toBe(rejection.error === "RTCError" ? "OperationError" : rejection.error);
  });

  it("gives the codes of old", () => {
    const codes = Object.fromEntries(domExceptions.map(([, it]) => [it.error, (toException(it) as DOMException).code]));
    expect(codes).toEqual({
      InvalidStateError: 11,
      InvalidModificationError: 13,
      InvalidAccessError: 15,
      OperationError: 0,
      RTCError: 0,
    });
  });

  it("a syntax error is an RTCError with its line", () => {
    const exception = toException(syntax);
    expect(exception).toMatchObject({ name: "OperationError", errorDetail: "sdp-syntax-error", sdpLineNumber: 7 });
    expect(exception).toMatchObject({ sctpCauseCode: null, receivedAlert: null, sentAlert: null });
    expect(exception.constructor.name).toBe("RTCError");
    expect(toException(syntax).constructor).toBe(exception.constructor);
    expect(toException(syntax)).not.toBe(exception);
  });

  it("takes a rejection that went through JSON", () => {
    const exception = toException(JSON.parse(JSON.stringify(syntax)));
    expect(exception).toMatchObject({ name: "OperationError", sdpLineNumber: 7, cause: syntax });
  });
});

describe("webrtc-pc #dom-rtcerror, where the platform has its own RTCError", () => {
  class PlatformRTCError extends DOMException {
    readonly errorDetail: string;
    readonly sdpLineNumber: number | null;
    constructor(init: { errorDetail: string; sdpLineNumber?: number }, message = "") {
      super(message, "OperationError");
      this.errorDetail = init.errorDetail;
      this.sdpLineNumber = init.sdpLineNumber ?? null;
    }
  }

  it("that one is used, constructed as Web IDL has it", () => {
    vi.stubGlobal("RTCError", PlatformRTCError);
    const exception = toException(syntax);
    expect(exception).toBeInstanceOf(PlatformRTCError);
    expect(exception).toMatchObject({
      name: "OperationError",
      message: syntax.message,
      errorDetail: "sdp-syntax-error",
      sdpLineNumber: 7,
      cause: syntax,
    });
  });

  it("other errors do not use it", () => {
    vi.stubGlobal("RTCError", PlatformRTCError);
    expect(toException(content)).not.toBeInstanceOf(PlatformRTCError);
  });
});

describe("contract, toException where there is no DOMException", () => {
  it.each(domExceptions)("%s: an Error with that name", (_, rejection) => {
    vi.stubGlobal("DOMException", undefined);
    const exception = toException(rejection);
    expect(exception).toBeInstanceOf(Error);
    expect(exception.name).toBe(rejection.error === "RTCError" ? "OperationError" : rejection.error);
    expect(String(exception)).toBe(`${exception.name}: ${rejection.message}`);
    expect(exception.cause).toBe(rejection);
  });

  it("a syntax error still has its detail and its line", () => {
    vi.stubGlobal("DOMException", undefined);
    expect(toException(syntax)).toMatchObject({ errorDetail: "sdp-syntax-error", sdpLineNumber: 7 });
  });
});
