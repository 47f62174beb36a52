// Earlier times are counted from the beginning of the dump.
const firstDate = Date.UTC(1973, 0);
// Later ones no Date can hold.
const lastDate = 8.64e15;

/** The date of a time in ms since the epoch, to the millisecond; null where the time says no date. */
export function dateText(time: number): string | null {
  if (!(time >= firstDate && time <= lastDate)) return null;
  return `${new Date(time).toISOString().replace("T", " ").replace("Z", " UTC")}`;
}
