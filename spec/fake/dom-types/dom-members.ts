// The members that the DOM's types declare, read from the declarations which TypeScript brings.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** A member of an interface, or of its constructor. */
export interface Member {
  readonly name: string;
  readonly kind: "method" | "readonly" | "writable";
  /** Of a method: how many arguments must be passed. */
  readonly required: number;
}

/** What the DOM's types declare of a class. */
export interface DeclaredClass {
  readonly members: readonly Member[];
  readonly statics: readonly Member[];
  /** How many arguments its constructor requires; null where it declares no constructor. */
  readonly constructorRequires: number | null;
}

const library = join(dirname(createRequire(import.meta.url).resolve("typescript")), "lib.dom.d.ts");
const source = ts.createSourceFile(library, ts.sys.readFile(library) ?? "", ts.ScriptTarget.ES2022);

// Typed once more in each class for its events; the host has them.
const ofEventTarget = ["addEventListener", "removeEventListener"];

/** The declaration of a class; null where the types have none. */
export function declaredClass(name: string): DeclaredClass | null {
  const interfaces = source.statements.filter(ts.isInterfaceDeclaration).filter((one) => one.name.text === name);
  const variable = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((one) => (one.name as ts.Identifier).text === name);
  if (interfaces.length === 0 || variable?.type === undefined || !ts.isTypeLiteralNode(variable.type)) return null;
  const own = variable.type.members;
  const counts = own.filter(ts.isConstructSignatureDeclaration).map(requiredOf);
  return {
    members: membersOf(interfaces.flatMap(({ members }) => [...members])),
    statics: membersOf(own).filter((member) => member.name !== "prototype"),
    constructorRequires: counts.length > 0 ? Math.min(...counts) : null,
  };
}

function membersOf(elements: readonly ts.TypeElement[]): readonly Member[] {
  const found = new Map<string, Member>();
  for (const element of elements) {
    if (element.name === undefined || !ts.isIdentifier(element.name)) continue;
    const name = element.name.text;
    if (ofEventTarget.includes(name)) continue;
    const before = found.get(name)?.required ?? Number.POSITIVE_INFINITY;
    const required = ts.isMethodSignature(element) ? Math.min(before, requiredOf(element)) : 0;
    found.set(name, { name, kind: kindOf(element, found.get(name)), required });
  }
  return [...found.values()];
}

// A pair of accessors whose types differ is a getter and a setter.
function kindOf(element: ts.TypeElement, before: Member | undefined): Member["kind"] {
  if (ts.isMethodSignature(element)) return "method";
  if (ts.isSetAccessor(element)) return "writable";
  if (ts.isGetAccessor(element)) return before?.kind ?? "readonly";
  const isReadonly = ts.isPropertySignature(element) && element.modifiers?.some(isReadonlyKeyword);
  return isReadonly ? "readonly" : "writable";
}

function isReadonlyKeyword({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ReadonlyKeyword;
}

function requiredOf({ parameters }: ts.SignatureDeclaration): number {
  return parameters.filter((one) => one.questionToken === undefined && one.dotDotDotToken === undefined).length;
}
