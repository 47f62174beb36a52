import { slotNames } from "../signaling/description.ts";
import { signalingStateNamed } from "../signaling/names.ts";
import { callNames } from "./evidence/trace-event.ts";
import type { OracleState } from "./state.ts";

/**
 * The name of the member that keeps a value from being an oracle's state; "" where the value has no members, null where
 * it is a state. Looks only as deep as costs the same for every state.
 */
export function misfitIn(value: unknown): string | null {
  if (!isObject(value)) return "";
  return Object.entries(members).find(([name, fits]) => !passes(() => fits(value[name])))?.[0] ?? null;
}

type Test = (value: unknown) => boolean;

const members: { readonly [Name in keyof OracleState]: Test } = {
  session: isSession,
  unseenSdp: isSlotList,
  knownDeviations: Array.isArray,
  creations: (value) => isObject(value) && isObject(value.unseen) && isTextOrNull(value.answering),
  heard: isHeard,
  open: (value) =>
    isObject(value) && isWholeNumber(value.made) && isWholeNumber(value.overtakenBefore) && hasLists(value.lists),
  early: Array.isArray,
  ahead: (value) => value === null || isKnownSession(value),
  closed: (value) => value === null || isKnownSession(value),
  calls: isWholeNumber,
  lastSettled: (value) => value === null || typeof value === "number",
  missed: (value) => value === null || isState(value),
  unexplained: (value) => value === null || (isObject(value) && isObject(value.before) && isObject(value.call)),
  history: (value) => isObject(value) && isObject(value.offered),
  trouble: (value) => isObject(value) && isCountOrNull(value.refused) && isCountOrNull(value.deviated),
};

// What throws when it is read does not fit.
function passes(test: () => boolean): boolean {
  try {
    return test();
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function isWholeNumber(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isCountOrNull(value: unknown): boolean {
  return value === null || isWholeNumber(value);
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

function isState(value: unknown): boolean {
  return signalingStateNamed(value) !== null;
}

function isKnownSession(value: unknown): boolean {
  return isObject(value) && isSession(value.session) && isSlotList(value.unseenSdp);
}

function isSession(value: unknown): boolean {
  if (!isObject(value) || !isState(value.signalingState)) return false;
  const { options, lastCreatedOffer, lastCreatedAnswer } = value;
  const isJudgedBy = isObject(options) && isObject(options.profile) && Array.isArray(options.tolerate);
  const knowsCreated = typeof lastCreatedOffer === "string" && typeof lastCreatedAnswer === "string";
  return isJudgedBy && knowsCreated && slotNames.every((slot) => isSlot(value[slot]));
}

function isSlot(value: unknown): boolean {
  return value === null || (isObject(value) && typeof value.type === "string" && typeof value.sdp === "string");
}

function isSlotList(value: unknown): boolean {
  return Array.isArray(value) && value.every((slot) => slotNames.includes(slot));
}

function isHeard(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { source, events, owed, unclaimed } = value;
  return source === "log"
    ? Array.isArray(unclaimed)
    : source === "live" && Array.isArray(events) && Array.isArray(owed);
}

function hasLists(value: unknown): boolean {
  return isObject(value) && callNames.every((name) => isList(value[name]));
}

function isList(value: unknown): boolean {
  return isObject(value) && isNumbered(value.byOrder) && isNumbered(value.orders);
}

function isNumbered(value: unknown): boolean {
  return isObject(value) && isWholeNumber(value.height) && (value.root === null || Array.isArray(value.root));
}
