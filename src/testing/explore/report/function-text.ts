/** A function as an expression of a program. What it uses of its module is not in it. */
export function functionText(run: (...values: never[]) => unknown): string {
  const text = run.toString();
  const isExpression = /^(?:async\b\s*)?(?:function\b|\(|[\w$]+\s*=>)/.test(text);
  // A method is one only within an object.
  return isExpression ? text : `({ ${text} })[${JSON.stringify(run.name)}]`;
}
