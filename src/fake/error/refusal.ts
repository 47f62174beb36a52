import type { Reference } from "../../specifications.ts";

/** Why the fake itself has refused a call that the model never saw: the `cause` of the exception, as a rejection is of others. */
export interface Refusal {
  /** The name of the exception. */
  readonly error: string;
  readonly code: RefusalCode;
  readonly message: string;
  /** Where the rule stands. */
  readonly reference: Reference;
}

/** What was refused: stable and machine-readable. */
export type RefusalCode =
  | "arguments-unusable"
  | "configuration-unusable"
  | "certificate-expired"
  | "algorithm-unsupported"
  | "parameters-unusable";

const webIdl: Reference = /* @__PURE__ */ Object.freeze({
  spec: "Web IDL",
  section: "#js-type-mapping",
  url: "https://webidl.spec.whatwg.org/#js-type-mapping",
});

/** An exception with its cause. */
export function withCause<Exception extends Error>(
  exception: Exception,
  code: RefusalCode,
  reference: Reference,
): Exception {
  const { name: error, message } = exception;
  const value: Refusal = Object.freeze({ error, code, message, reference });
  return Object.defineProperty(exception, "cause", { value, configurable: true, writable: true });
}

/** The TypeError of a value that cannot be converted. */
export function unusableValue(message: string): TypeError {
  return withCause(new TypeError(message), "arguments-unusable", webIdl);
}
