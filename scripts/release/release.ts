// What has to be true of a release.

/** What is looked at: the files of the project, and what npm and git say of them. */
export interface Release {
  readonly packageJson: Readonly<Record<string, unknown>>;
  readonly changelog: string;
  readonly readme: string;
  /** The files of the packed package, from its root. */
  readonly packed: readonly string[];
  /** All files of the project, from its root. */
  readonly files: readonly string[];
  /** As `git status --porcelain` prints it: empty where the tree is clean. */
  readonly gitStatus: string;
  /** The hashes of what two builds made. */
  readonly builds: readonly [first: string, second: string];
  readonly signatures: Signatures;
}

/** What `npm audit signatures` says of the installed packages; "skipped" where their registry could not be asked. */
export interface Signatures {
  readonly outcome: "verified" | "skipped" | "failed";
  /** In a line. */
  readonly words: string;
}

/** What is missing or wrong, and what to do about it; empty where the package may be published. */
export function problemsOf(release: Release): string[] {
  return [
    ...missingMembers(release),
    ...versionProblems(release),
    ...missingTargets(release),
    ...linkProblems(release),
    ...buildProblems(release),
    ...(release.signatures.outcome === "failed" ? [`npm audit signatures fails: ${release.signatures.words}`] : []),
    ...(release.gitStatus === "" ? [] : [`The tree is not clean. Commit or remove:\n${release.gitStatus}`]),
  ];
}

/** Whoever builds the same source has to get the same files. */
function buildProblems({ builds: [first, second] }: Release): string[] {
  return first === second
    ? []
    : [`Two builds of the same source differ: ${first} and ${second}. Look for a date or a path.`];
}

/**
 * What `npm audit signatures` printed, in a line. It needs the registry, and what the registry's keys are signed with:
 * without a network nothing was verified, and nothing was found to be wrong.
 */
export function signaturesFrom(status: number | null, output: string): Signatures {
  const lines = output.split("\n").map((line) => line.trim());
  const network = /\b(ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|ENEEDAUTH|E40[34])\b/.exec(output)?.[0];
  if (status === 0) {
    const words = lines.filter((line) => /\bverified\b/.test(line)).join(", ");
    return words === ""
      ? { outcome: "skipped", words: "no package has a signature to verify" }
      : { outcome: "verified", words };
  }
  if (network !== undefined) return { outcome: "skipped", words: `no answer from the network (${network})` };
  return { outcome: "failed", words: lines.find((line) => line !== "") ?? `exit status ${status}` };
}

// Only those who publish know these; the examples show the form.
const required: Readonly<Record<string, string>> = {
  repository: '{ "type": "git", "url": "git+https://HOST/OWNER/NAME.git" }',
  homepage: '"https://HOST/OWNER/NAME#readme"',
  bugs: '{ "url": "https://HOST/OWNER/NAME/issues" }',
};

function missingMembers({ packageJson }: Release): string[] {
  return Object.entries(required)
    .filter(([member]) => !packageJson[member])
    .map(([member, form]) => `package.json has no "${member}". Add it, in this form: "${member}": ${form}`);
}

function versionProblems({ packageJson: { version }, changelog }: Release): string[] {
  const heading = /^## (.+)$/m.exec(changelog)?.[1]?.trim() ?? "";
  if (heading.split(/\s/)[0] === version) return [];
  return [
    `package.json has version ${version}, and the first heading of CHANGELOG.md is "${heading}". Begin it with the version.`,
  ];
}

/** What package.json points at has to be in the package. */
function missingTargets({ packageJson, packed }: Release): string[] {
  const { main, module, types, bin, exports } = packageJson;
  const targets = stringsIn([main, module, types, bin, exports]).map((path) => path.replace(/^\.\//, ""));
  return [...new Set(targets)]
    .filter((path) => !path.includes("*") && !packed.includes(path))
    .map((path) => `package.json points at ${path}, which is not in the package. Does "files" name its folder?`);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Links of README: everything below docs/ ships; what else it links to has to be in the repository. */
function linkProblems({ readme, packed, files }: Release): string[] {
  const links = [...readme.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path = ""]) => path);
  const relative = [...new Set(links)].filter((path) => !/^[a-z]+:/.test(path));
  return relative.flatMap((path) => {
    if (!files.includes(path)) return [`README.md links to ${path}, which does not exist.`];
    if (path.startsWith("docs/") && !packed.includes(path)) return [`README.md links to ${path}, which does not ship.`];
    return [];
  });
}
