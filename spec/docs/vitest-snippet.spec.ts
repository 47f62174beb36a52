// The tests that docs/guide-test-suites.md shows for Vitest are tests of this file.
import { importSnippet, snippetWith } from "./running/snippet-module.ts";

await importSnippet(snippetWith("docs/guide-test-suites.md", 'from "vitest"'));
