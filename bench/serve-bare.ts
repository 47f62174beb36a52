// What `serve` is measured against: a process that only splits lines, parses them, and writes them again, in batches.
let rest = "";
process.stdin.setEncoding("utf8").on("data", (text: string) => {
  const lines = (rest + text).split("\n");
  rest = lines.pop() ?? "";
  let batch = "";
  for (const line of lines) batch += `${JSON.stringify(JSON.parse(line))}\n`;
  process.stdout.write(batch);
});
