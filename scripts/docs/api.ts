// The API reference: typedoc reads the docstrings of what each entry of the package exports; a page an entry.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { entries } from "../entries.ts";
import { generatedNote } from "./page.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const options: TypeDocOptions & PluginOptions = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: entries.map(({ source }) => join(root, source)),
  tsconfig: join(root, "tsconfig.json"),
  name: "API reference",
  readme: "none",
  router: "module",
  // The pages know no repository, and no path of this machine.
  disableSources: true,
  disableGit: true,
  excludeInternal: true,
  excludeExternals: true,
  sortEntryPoints: false,
  groupOrder: ["Functions", "Variables", "Type Aliases", "Interfaces", "*"],
  kindSortOrder: ["Function", "Variable", "TypeAlias", "Interface"],
  sort: ["kind", "alphabetical"],
  hideBreadcrumbs: true,
  hidePageHeader: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "table",
  typeDeclarationFormat: "table",
  propertyMembersFormat: "table",
  tableColumnSettings: { hideSources: true, hideInherited: true, hideOverrides: true, hideModifiers: true },
  pageTitleTemplates: {
    index: "API reference",
    module: (page: { name: string }) => entries.find(({ name }) => name === page.name)?.specifier ?? page.name,
  },
  validation: { notExported: true, invalidLink: true, notDocumented: false },
  treatValidationWarningsAsErrors: false,
  logLevel: "Warn",
};

/** The pages of docs/api. Throws where the docstrings do not add up: typedoc has then said why. */
export async function apiPages(): Promise<{ path: string; content: string }[]> {
  const directory = mkdtempSync(join(tmpdir(), "jsep-machine-api-"));
  try {
    const application = await Application.bootstrapWithPlugins({ ...options, out: directory } as TypeDocOptions);
    const project = await application.convert();
    if (project === undefined) throw new Error("typedoc could not read the entries");
    application.validate(project);
    await application.generateOutputs(project);
    if (application.logger.hasErrors()) throw new Error("typedoc reported errors");
    return readdirSync(directory)
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => ({
        path: `docs/api/${name}`,
        content: `${generatedNote}\n\n${readFileSync(join(directory, name), "utf8").trimEnd()}\n`,
      }));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
