// dist/playground.html as a file: its weight and its policy. `npm run playground -- --check` drives it in a browser.
import { describe, expect, it } from "vitest";
import { playgroundPage } from "../../scripts/viewer/viewer-page.ts";
import { signalingStates } from "../../src/signaling/transition-table.ts";

const page = await playgroundPage();

describe("the playground", () => {
  it("weighs at most 400 kB", () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(400_000);
  });

  it("may ask for nothing, and run nothing but its own script", () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/]+=*'; style-src 'sha256-[\w+/]+=*'; /);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page).not.toMatch(/<[a-z]+ [^>]*(?:src|href)="(?!data:)/);
  });

  it("has a place in its picture for every state but closed, and no style of its own there", () => {
    const [picture = ""] = /<template id="state-diagram">[\s\S]*<\/template>/.exec(page) ?? [];
    const titles = [...picture.matchAll(/class="node">\s*<title>([^<]*)</g)].map(([, title = ""]) =>
      title.replaceAll("&#45;", "-"),
    );
    expect(titles.sort()).toEqual(signalingStates.filter((state) => state !== "closed").sort());
    expect(picture).not.toContain("style=");
  });
});
