import { entries } from "../../entries.ts";

const root = new URL("../../..", import.meta.url);

// A simulated stack with one fault stands in for the reader's own, and for one that runs on phones only.
const standIn = "spec/docs/stand-ins/your-stack.ts";

const files = {
  ...Object.fromEntries(entries.map(({ specifier, source }) => [specifier, source])),
  "your-stack": standIn,
  "react-native-webrtc": standIn,
};

/** What is loaded in place of the modules that a snippet imports, by their names: source, which Node runs as it is. */
export const snippetModules: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(files).map(([name, path]) => [name, new URL(path, root).href]),
);
