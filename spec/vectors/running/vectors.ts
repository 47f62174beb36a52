// The files of vectors as JSON gives them: what the runner reads in them, and no more.
import { readdirSync, readFileSync } from "node:fs";
import type { ConnectionOptions, Input } from "../../../src/entries/connection.ts";
import type { Call, ProfileName, SdpType, SessionOptions, Side, SignalingState } from "../../../src/entries/index.ts";

export interface VectorFile {
  readonly vectors: string;
  readonly version: number;
  readonly references: Readonly<Record<string, unknown>>;
  readonly reach?: Readonly<Record<SignalingState, readonly VectorCall[]>>;
  readonly newSession?: object;
  readonly sdp?: Readonly<Record<string, string>>;
  readonly cases: readonly VectorCase[];
}

export interface VectorCase {
  readonly id: string;
  readonly [member: string]: unknown;
}

export type Refusal = { readonly reference: string } | null;

export type VectorCall = Call & { readonly expected?: { readonly rejection?: Refusal } };

export interface Transition {
  readonly profile: ProfileName;
  readonly state: SignalingState;
  readonly side: Side;
  readonly type: SdpType;
  readonly description: unknown;
  readonly next: SignalingState | null;
  readonly implicitRollback: boolean;
  readonly signalingState: SignalingState;
  readonly rejection: Refusal;
}

export interface SessionCase {
  readonly options: SessionOptions;
  readonly calls: readonly VectorCall[];
}

export interface SyntaxCase {
  readonly sdp: string;
  readonly rejection: Refusal;
}

export interface SetDescription {
  readonly side: Side;
  readonly type: "offer" | "pranswer" | "answer";
  readonly sdp: string;
}

export interface ContentCase extends SetDescription {
  readonly options: SessionOptions;
  readonly before: readonly SetDescription[];
  readonly rejection: Refusal;
}

export interface ConnectionStep {
  readonly peer?: "b";
  readonly input: Input;
  readonly effects: readonly (object & { readonly rejection?: Refusal })[];
  readonly signalingState?: SignalingState;
}

export interface ConnectionCase {
  readonly options: ConnectionOptions;
  readonly steps: readonly ConnectionStep[];
  readonly after: Readonly<Record<string, { readonly transceivers: readonly object[] }>>;
}

const folder = new URL("../../../vectors/", import.meta.url);

/** The text of a file under vectors/. */
export const textOf = (name: string): string => readFileSync(new URL(name, folder), "utf8");

/** The names of the files of vectors. */
export const vectorNames: readonly string[] = readdirSync(folder).filter(
  (name) => name.endsWith(".json") && name !== "schema.json",
);

/** A file of vectors. */
export const vectorsIn = (name: string): VectorFile => JSON.parse(textOf(name));
