import { rejectionCodes, sdpTypes, signalingStates } from "../../src/entries/index.ts";
import { sdpRules } from "../../src/entries/sdp.ts";
import { keptSdp } from "./kept-sdp.ts";

/** A part of the table: a heading, and the provisions under it. */
export interface RowGroup {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** One provision, and what its row is called. */
export interface Row {
  readonly provision: string;
  readonly label: string;
}

// In that cell the offer is set after an implicit rollback, which is a row of its own.
const implicit = "remote-offer-in-have-local-offer";

const groups: readonly RowGroup[] = [
  ...signalingStates
    .filter((state) => state !== "closed")
    .map((state) => ({ title: `In ${state}`, rows: rowsOfState(state) })),
  { title: "Implicit rollback", rows: [{ provision: "implicit-rollback", label: "remote offer in have-local-offer" }] },
  { title: "The descriptions", rows: [{ provision: keptSdp, label: "slots hold the SDP that was set" }] },
  { title: "Closing", rows: [...closings(), ...refusals("connection-closed")] },
  { title: "Web IDL conversion of the argument", rows: refusals("TypeError") },
  { title: "What createOffer() and createAnswer() made", rows: refusals("local-description-modified") },
  { title: "SDP syntax", rows: refusals("sdp-too-long", "sdp-syntax-error") },
  { title: "SDP content", rows: contentRows() },
];

/** The groups that hold these provisions, in the order of the specification; provisions without a group come last. */
export function groupsOf(provisions: ReadonlySet<string>): readonly RowGroup[] {
  const known = new Set(allRows().map(({ provision }) => provision));
  const others = [...provisions].filter((provision) => !known.has(provision)).sort();
  const other: RowGroup = { title: "Other", rows: others.map((provision) => ({ provision, label: provision })) };
  return [...groups, other]
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ provision }) => provisions.has(provision)) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Every row that a table can have. */
export function allRows(): readonly Row[] {
  return groups.flatMap(({ rows }) => rows);
}

function rowsOfState(state: string): readonly Row[] {
  const sets = (["local", "remote"] as const).flatMap((side) => sdpTypes.map((type) => row(`${side}-${type}`, state)));
  const inferred = (["offer", "pranswer", "answer"] as const).map((type) => row(`local-${type}-without-sdp`, state));
  const created = (["offer", "answer"] as const).map((type) => row(`create-${type}`, state));
  return [...sets, ...inferred, ...created].filter(({ provision }) => provision !== implicit);
}

function row(call: string, state: string): Row {
  return { provision: `${call}-in-${state}`, label: call.replaceAll("-", " ").replace("sdp", "SDP") };
}

function closings(): readonly Row[] {
  return signalingStates.map((state) => ({ provision: `close-in-${state}`, label: `close in ${state}` }));
}

// By their codes, or by the error of their exception.
function refusals(...of: readonly string[]): readonly Row[] {
  return (
    rejectionCodes
      // What createOffer() gives is always a string.
      .filter(({ code }) => code !== "created-sdp-not-a-string")
      .filter(({ code, error }) => of.includes(code) || of.includes(error))
      .map(({ code }) => ({ provision: code, label: code.replaceAll("-", " ").replace("sdp", "SDP") }))
  );
}

function contentRows(): readonly Row[] {
  return (
    sdpRules
      // What breaks the rules on length and syntax is refused for another reason.
      .filter(({ id, severity }) => severity === "error" && !/^[LS]/.test(id))
      .map(({ id, summary }) => ({ provision: `sdp-not-acceptable-${id.toLowerCase()}`, label: `${id}: ${summary}` }))
  );
}
