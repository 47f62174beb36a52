// Writes descriptions with the sections that equal another description's left out, as rtcstats does: the created one
// against the set one and back, or against the descriptions of the live connection, as rtcstats-js does.
import { type RtcstatsLine, rtcstatsDump } from "./dumps.ts";
import { linesOf } from "./rtcstats-capture.ts";

interface Description {
  readonly type: string;
  readonly sdp: string;
}

/** A description in terms of another of its type: a section equal to the other's is `v=` or `m=` alone. */
export function compressed(base: Description | null | undefined, description: Description): Description {
  if (!base || base.type !== description.type || !description.sdp) return description;
  const others = sectionsOf(base.sdp);
  const sections = sectionsOf(description.sdp);
  const written = sections.map((section, index) => (section === others[index] ? section.slice(0, 2) : section));
  return { type: description.type, sdp: `${written.join("\r\n")}\r\n` };
}

function sectionsOf(sdp: string): string[] {
  return sdp.trim().split(/\r?\n(?=m=)/);
}

/** Compresses a dump created against set local, set local against created. */
export function compressedByPairs(text: string): string {
  const created = new Map<unknown, Description>();
  const set = new Map<unknown, Description>();
  return rewritten(text, (method, id, description) => {
    if (/^create(Offer|Answer)OnSuccess$/.test(method)) {
      created.set(id, description);
      return compressed(set.get(id), description);
    }
    if (method !== "setLocalDescription") return description;
    set.set(id, description);
    return compressed(created.get(id), description);
  });
}

interface Slots {
  pendingLocal: Description | null;
  currentLocal: Description | null;
  pendingRemote: Description | null;
  currentRemote: Description | null;
  lastCreated: Description | null;
  open: { readonly side: "local" | "remote"; readonly description: Description | null } | null;
}

/** Compresses a dump as rtcstats-js does, against the descriptions in force; calls must not overlap. */
export function compressedByRtcstatsJs(text: string): string {
  const connections = new Map<unknown, Slots>();
  const lines = linesOf(text).map((line) => {
    const slots = connections.get(line[1]) ?? noSlots();
    connections.set(line[1], slots);
    return rewriteLine(slots, line);
  });
  return rtcstatsDump(lines);
}

function noSlots(): Slots {
  const none = { pendingLocal: null, currentLocal: null, pendingRemote: null, currentRemote: null };
  return { ...none, lastCreated: null, open: null };
}

function rewriteLine(slots: Slots, line: RtcstatsLine): RtcstatsLine {
  const [method, id, value, ...rest] = line;
  const description = isDescription(value) ? value : null;
  const local = slots.pendingLocal ?? slots.currentLocal;
  const remote = slots.pendingRemote ?? slots.currentRemote;
  const compressedTo = (base: Description | null) =>
    description === null || !description.sdp ? line : [method, id, compressed(base, description), ...rest];
  switch (method) {
    case "createOfferOnSuccess":
    case "createAnswerOnSuccess":
      if (local === null) slots.lastCreated = description;
      return compressedTo(local);
    case "setLocalDescription": {
      const base = local ?? slots.lastCreated;
      slots.open = { side: "local", description };
      slots.lastCreated = null;
      return compressedTo(base);
    }
    case "setRemoteDescription":
      slots.open = { side: "remote", description };
      return compressedTo(remote);
    case "setLocalDescriptionOnSuccess":
    case "setRemoteDescriptionOnSuccess":
      apply(slots, slots.open?.side ?? "local", slots.open?.description ?? description);
      return compressedTo(local);
    default:
      return line;
  }
}

function apply(slots: Slots, side: "local" | "remote", description: Description | null): void {
  const [pending, otherPending] = side === "local" ? pendingOf("Local", "Remote") : pendingOf("Remote", "Local");
  const [current, otherCurrent] = side === "local" ? currentOf("Local", "Remote") : currentOf("Remote", "Local");
  if (description?.type === "answer") {
    slots[otherCurrent] = slots[otherPending];
    slots[current] = description;
  }
  if (description?.type === "answer" || description?.type === "rollback") slots[pending] = null;
  else slots[pending] = description;
  if (description?.type !== "pranswer") slots[otherPending] = null;
}

function pendingOf<First extends string, Second extends string>(first: First, second: Second) {
  return [`pending${first}`, `pending${second}`] as const;
}

function currentOf<First extends string, Second extends string>(first: First, second: Second) {
  return [`current${first}`, `current${second}`] as const;
}

function rewritten(
  text: string,
  rewrite: (method: string, id: unknown, description: Description) => Description,
): string {
  const lines = linesOf(text).map((line) => {
    const [method, id, value, ...rest] = line;
    return isDescription(value) && value.sdp ? [method, id, rewrite(String(method), id, value), ...rest] : line;
  });
  return rtcstatsDump(lines);
}

function isDescription(value: unknown): value is Description {
  return typeof value === "object" && value !== null && "type" in value && !Array.isArray(value);
}
