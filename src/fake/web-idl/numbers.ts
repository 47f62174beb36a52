import { unusableValue } from "../error/refusal.ts";
import type { Convert } from "./convert.ts";

/** How an integer is converted that does not fit. */
export type Fit = "wrap" | "enforce-range";

/** An unsigned integer type of so many bits. @see https://webidl.spec.whatwg.org/#abstract-opdef-converttoint */
export function unsigned(bits: 8 | 16 | 32 | 64, fit: Fit = "wrap"): Convert<number> {
  const size = bits === 64 ? Number.MAX_SAFE_INTEGER + 1 : 2 ** bits;
  return (value, what) => fitted(value, what, fit, 0, size - 1);
}

/** `long`. */
export const long: Convert<number> = (value, what) => fitted(value, what, "wrap", -(2 ** 31), 2 ** 31 - 1);

/** `double`: neither infinite nor NaN. @see https://webidl.spec.whatwg.org/#js-double */
export const double: Convert<number> = (value, what) => {
  const number = numeric(value);
  if (!Number.isFinite(number)) throw unusableValue(`${what} must be a finite number, found ${number}`);
  return number;
};

/** `unsigned short`. */
export const unsignedShort: Convert<number> = /* @__PURE__ */ unsigned(16);

/** `unsigned long`. */
export const unsignedLong: Convert<number> = /* @__PURE__ */ unsigned(32);

function fitted(value: unknown, what: string, fit: Fit, least: number, greatest: number): number {
  const number = numeric(value);
  if (fit === "enforce-range") {
    const whole = Math.trunc(number) + 0;
    if (whole >= least && whole <= greatest) return whole;
    throw unusableValue(`${what} must be an integer from ${least} to ${greatest}, found ${number}`);
  }
  if (!Number.isFinite(number)) return 0;
  const size = greatest - least + 1;
  const wrapped = ((Math.trunc(number) % size) + size) % size;
  return wrapped > greatest ? wrapped - size : wrapped;
}

// Unlike Number(), ToNumber refuses a bigint.
function numeric(value: unknown): number {
  return +(value as number);
}
