/** What a reading or a decision gave: a value, or the reason why it gave no value. */
export type Result<Value, Reason = string> = Success<Value> | Failure<Reason>;

/** There is a value. */
export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** There is no value, for that reason. */
export interface Failure<Reason> {
  readonly ok: false;
  readonly reason: Reason;
}

export function success<Value>(value: Value): Success<Value> {
  return { ok: true, value };
}

export function failure<Reason>(reason: Reason): Failure<Reason> {
  return { ok: false, reason };
}
