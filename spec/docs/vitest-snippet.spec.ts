// The tests that docs/guide-test-suites.md shows for Vitest are tests of this file.
import { importSnippet, snippetImporting } from "./running/snippet-module.ts";

await importSnippet(snippetImporting("docs/guide-test-suites.md", "vitest", "ts"));
