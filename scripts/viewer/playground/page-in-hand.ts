// The playground as a user has it.
import { equal } from "node:assert/strict";
import type { Page } from "puppeteer-core";

/** Presses the button of a step, by its word in a schedule: `a.setLocalDescription`. */
export async function press(page: Page, ...words: readonly string[]): Promise<void> {
  for (const word of words) {
    await openRefused(page);
    const button = await page.$(`button[data-word="${word}"]:not([disabled])`);
    if (button === null) throw new Error(`no button ${word}`);
    await button.evaluate((element) => element.click());
    await drawn(page);
  }
}

/** Presses keys, one after the other. */
export async function type(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key as Parameters<Page["keyboard"]["press"]>[0]);
    await drawn(page);
  }
}

/** Waits until what has changed is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)));
}

/** The calls that are shown as illegal are in the page once their list is open. */
export async function openRefused(page: Page): Promise<void> {
  await page.$$eval(".refused", (lists) => {
    for (const list of lists) list.setAttribute("open", "");
  });
}

/** Both signaling states: `stable/have-local-offer`. */
export async function states(page: Page): Promise<string> {
  return (await page.$$eval(".peer .state b", (all) => all.map(({ textContent }) => textContent ?? ""))).join("/");
}

/** The types of the descriptions in the slots of a peer, by row: `null null answer offer`. */
export async function slots(page: Page, peer: "a" | "b"): Promise<string> {
  const cells = `.peer[data-peer="${peer}"] td[data-slot]`;
  const types = await page.$$eval(cells, (all) =>
    all.map((cell) => cell.querySelector(".envelope")?.textContent ?? cell.textContent ?? ""),
  );
  return types.join(" ");
}

/** The messages under way to a peer. */
export async function underWay(page: Page, peer: "a" | "b"): Promise<readonly string[]> {
  const found = `.way-to[data-peer="${peer}"] .envelope`;
  return page.$$eval(found, (all) => all.map(({ textContent }) => textContent ?? ""));
}

/** The text of the first element of a selector; "" where there is none. */
export async function text(page: Page, selector: string): Promise<string> {
  return page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
}

/** Where the diagram has the peers: `stable:a have-local-offer:b`. */
export async function lit(page: Page): Promise<string> {
  return page.$$eval(".picture .node", (nodes) =>
    nodes
      .flatMap((node) => {
        const tokens = [...node.querySelectorAll<SVGElement>(".token")].map(({ dataset }) => dataset.peer ?? "");
        return tokens.length === 0 ? [] : [`${node.querySelector("title")?.textContent}:${tokens.join("")}`];
      })
      .join(" "),
  );
}

/** Goes forward to the end of the schedule. Gives the steps that it took. */
export async function forwardToEnd(page: Page): Promise<number> {
  let steps = 0;
  while ((await page.$("[data-go=forward]:not([disabled])")) !== null && steps < 100) {
    await type(page, "ArrowRight");
    steps += 1;
  }
  equal(await page.$("[data-go=forward]:not([disabled])"), null, "the schedule ends");
  return steps;
}
