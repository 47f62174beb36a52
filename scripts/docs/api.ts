// The API reference: typedoc reads the docstrings of what each entry of the package exports; a page an entry.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  Application,
  Converter,
  type DeclarationReflection,
  LiteralType,
  type ProjectReflection,
  ReflectionKind,
  type SomeType,
  type TypeDocOptions,
  UnionType,
  UnknownType,
} from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { entries } from "../entries.ts";
import { generatedNote, markdownTable, page } from "./page.ts";

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
    module: (module: { name: string }) => entries.find(({ name }) => name === module.name)?.specifier ?? module.name,
  },
  validation: { notExported: false, invalidLink: true, notDocumented: false },
  treatValidationWarningsAsErrors: true,
  logLevel: "Warn",
};

/** A type that is derived from data is shown as what it comes to, and data is not shown as a type of its own. */
function spellOut({ converter }: Application): void {
  const derived = new Map<DeclarationReflection, UnionType>();
  converter.on(Converter.EVENT_CREATE_DECLARATION, (context, reflection) => {
    if (reflection.kindOf(ReflectionKind.Variable) && isNested(reflection.type)) {
      reflection.type = new UnknownType("object");
    }
    const symbol = reflection.kindOf(ReflectionKind.TypeAlias)
      ? context.getSymbolFromReflection(reflection)
      : undefined;
    const type = symbol && context.checker.getDeclaredTypeOfSymbol(symbol);
    const members = type?.isUnion() ? type.types : [];
    const literals = members.flatMap((member) => (member.isStringLiteral() ? [new LiteralType(member.value)] : []));
    if (literals.length > 0 && literals.length === members.length) derived.set(reflection, new UnionType(literals));
  });
  // An alias has its type only when everything is converted. A union that is written out keeps its order.
  converter.on(Converter.EVENT_RESOLVE_BEGIN, () => {
    for (const [reflection, type] of derived) if (reflection.type?.type !== "union") reflection.type = type;
  });
}

/** The entries, each with the first words of its page. */
function contentsPage({ children = [] }: ProjectReflection): string {
  const rows = entries.map(({ name, specifier }) => {
    const summary = children.find((module) => module.name === name)?.comment?.summary ?? [];
    return [`[${specifier}](${name}.md)`, summary.map(({ text }) => text).join("")];
  });
  return page("API reference", markdownTable(["entry", "what it has"], rows));
}

function isNested(type: SomeType | undefined): boolean {
  const isObject = (one: SomeType | undefined) => one?.type === "reflection" && one.declaration.children !== undefined;
  return (
    isObject(type) &&
    type?.type === "reflection" &&
    type.declaration.children?.some(({ type }) => isObject(type)) === true
  );
}

/** The pages of docs/api. Throws where typedoc reports an error. */
export async function apiPages(): Promise<{ path: string; content: string }[]> {
  const directory = mkdtempSync(join(tmpdir(), "jsep-machine-api-"));
  try {
    const application = await Application.bootstrapWithPlugins({ ...options, out: directory } as TypeDocOptions);
    spellOut(application);
    const project = await application.convert();
    if (project === undefined) throw new Error("typedoc could not read the entries");
    application.validate(project);
    await application.generateOutputs(project);
    if (application.logger.hasErrors()) throw new Error("typedoc reported errors");
    const pages = readdirSync(directory, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => ({
        path: `docs/api/${name}`,
        content: `${generatedNote}\n\n${readFileSync(join(directory, name), "utf8").trimEnd()}\n`,
      }));
    return [{ path: "docs/api/README.md", content: contentsPage(project) }, ...pages];
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
