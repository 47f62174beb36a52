/** An option of the command line as a whole number. Ends the process with status 2 where the text is not one. */
export function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`--${name} must be a whole number`);
  process.exit(2);
}
