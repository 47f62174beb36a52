/**
 * The lines of a reproduction without what the report says once for all of them, or beside it: the function `attempt`, and
 * the comments at its start and end.
 */
export function shortened(reproduction: string): readonly string[] {
  const lines = reproduction.split("\n").filter((line) => line !== "" && !line.startsWith("//"));
  const start = lines.indexOf("const attempt = async (call) => {");
  return start < 0 ? lines : lines.slice(lines.indexOf("};", start) + 1);
}
