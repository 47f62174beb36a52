import type { Context } from "../given/contexts.ts";

/** A description, and what it is checked as. */
export interface Judged {
  readonly text: string;
  readonly context: Context;
}

/** Descriptions that grow in two dimensions at once, and the rule that they break. */
export interface GrowingCase {
  readonly rule: string;
  /** The two dimensions. */
  readonly what: string;
  /** About as many of each as asked: the length is about proportional to it. */
  readonly at: (count: number) => Judged;
}

/** The numbers from 0. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** A line for each number. */
export const times = (count: number, line: (index: number) => string): readonly string[] => upTo(count).map(line);
