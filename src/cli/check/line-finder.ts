/**
 * A function that gives a line of a text by its number, 1-based, without its end. Numbers that rise are found in one pass
 * over the text; a line that is not there is empty.
 */
export function lineFinder(text: string): (number: number) => string {
  let number = 1;
  let start = 0;
  return (wanted) => {
    if (wanted < number) [number, start] = [1, 0];
    for (; number < wanted; number++) {
      const end = text.indexOf("\n", start);
      if (end === -1) return "";
      start = end + 1;
    }
    const end = text.indexOf("\n", start);
    return text.slice(start, end === -1 ? text.length : end).replace(/\r$/, "");
  };
}
