import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { moduleUrl, withModules } from "./modules.ts";
import type { Snippet } from "./snippets.ts";

const execute = promisify(execFile);

/**
 * Runs a snippet in a process of its own, with those URLs in place of what it imports. What went wrong, or null where it logs
 * what its `// → ` comments say.
 */
export async function snippetFailure(
  { code, files, where }: Snippet,
  modules: Readonly<Record<string, string>>,
): Promise<string | null> {
  const expected = [...code.matchAll(/\/\/ → (.*)$/gm)].map(([, text]) => text).join("\n");
  try {
    const beside = Object.entries(files).map(([name, text]) => [name, moduleUrl(text)]);
    const program = withModules(code, { ...modules, ...Object.fromEntries(beside) });
    const args = ["--input-type=module-typescript", "--eval", program];
    const { stdout } = await execute(process.execPath, args, { timeout: 20_000 });
    return squeezed(stdout) === squeezed(expected) ? null : `${where}: expected:\n${expected}\nlogged:\n${stdout}`;
  } catch (error) {
    return `${where}: ${(error as { stderr?: string }).stderr || error}`;
  }
}

// Node may log an object on several lines.
function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
