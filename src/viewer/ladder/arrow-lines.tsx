import type { ArrowPart } from "./lanes.ts";

/** The lines of an arrow in one row. */
export function ArrowLines({ arrow: { part, down, from, to, track } }: { readonly arrow: ArrowPart }) {
  const style = { "--from": Math.min(from, to), "--span": Math.abs(to - from), "--to": to, "--track": track };
  const upper = (part === "end") === down;
  const height = part === "along" ? "whole" : upper ? "upper" : "lower";
  return (
    <span class="arrow" data-to={from < to ? "right" : "left"} style={style}>
      <span class="track" data-height={height} />
      {part === "start" && <span class="way" />}
      {part === "end" && <span class="point" />}
    </span>
  );
}
