import { createRequire } from "node:module";
import { expect, it } from "vitest";
import { vectorFiles } from "../../scripts/vectors/index.ts";
import { textOf, vectorNames } from "./running/vectors.ts";

it("the files are what the generator writes: npm run generate mends them", () => {
  const generated = vectorFiles();
  expect(generated.map(({ path }) => path).sort()).toEqual(
    [...vectorNames, "schema.json"].map((name) => `vectors/${name}`).sort(),
  );
  for (const { path, content } of generated) {
    expect(textOf(path.replace("vectors/", "")) === content, `${path} is out of date`).toBe(true);
  }
});

it.each(vectorNames)("the package exports vectors/%s", (name) => {
  const load = createRequire(import.meta.url);
  expect(load(`jsep-machine/vectors/${name}`)).toMatchObject({ version: 2 });
});
