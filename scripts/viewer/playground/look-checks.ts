// The page as everybody must be able to use it.
import { deepEqual, equal, ok } from "node:assert/strict";
import type { Browser, Page } from "puppeteer-core";
import { openPage } from "../browser.ts";
import { within } from "../checks/page-in-use.ts";
import { openRefused, states, type } from "./page-in-hand.ts";

// After a glare, with messages under way and something ignored.
const busy =
  "#a=perfect&b=perfect&at=10&steps=a.addTransceiver:audio,b.addTransceiver:video,a.run*3,b.run*3,a.deliver,b.deliver,b.run*7";

export async function keyboard(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("data-word"));
    const tabTo = async (word: string) => {
      for (let pressed = 0; pressed < 80 && (await focused()) !== word; pressed += 1) await type(page, "Tab");
      equal(await focused(), word);
    };
    await tabTo("a.setLocalDescription");
    await type(page, "Enter");
    equal(await states(page), "have-local-offer/stable");
    await page.evaluate(() => document.querySelector<HTMLElement>("[data-go=back]")?.focus());
    await tabTo("b.deliver");
    await type(page, "Enter");
    equal(await states(page), "have-local-offer/have-remote-offer");
    const kept = await page.evaluate(() => document.activeElement?.className);
    equal(kept, "now", "the focus goes to what happened, where its button is gone");
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    return `by Tab and Enter alone; the focus is kept (${outline})`;
  });
}

export async function names(browser: Browser, url: string): Promise<string> {
  return within(browser, `${url}${busy}`, async (page) => {
    await openRefused(page);
    const tree = await page.accessibility.snapshot();
    const found: { readonly role: string; readonly name: string }[] = [];
    const walk = (node: { role: string; name?: string; children?: readonly unknown[] } | null): void => {
      if (node === null) return;
      if (["button", "link", "combobox", "checkbox"].includes(node.role))
        found.push({ role: node.role, name: node.name ?? "" });
      for (const child of node.children ?? []) walk(child as Parameters<typeof walk>[0]);
    };
    walk(tree as Parameters<typeof walk>[0]);
    deepEqual(
      found.filter(({ name }) => name.trim() === ""),
      [],
    );
    const buttons = found.filter(({ role }) => role === "button").map(({ name }) => name);
    deepEqual(
      buttons.filter((name, index) => buttons.indexOf(name) !== index && !/^[ab] /.test(name)),
      [],
    );
    equal(await page.$eval(".now", (now) => now.getAttribute("aria-live")), "polite");
    return `${found.length} with names, ${new Set(buttons).size} of ${buttons.length} buttons with one of their own`;
  });
}

export async function contrast(browser: Browser, url: string): Promise<string> {
  const lowest: number[] = [];
  for (const scheme of ["light", "dark"] as const) {
    const { page } = await openPage(browser, `${url}${busy}`, { width: 1280, height: 900, scheme });
    await openRefused(page);
    const found = await lowestContrast(page);
    ok(found.ratio >= 4.5, `${scheme}: ${found.ratio.toFixed(2)} at "${found.text}"`);
    lowest.push(found.ratio);
    await page.close();
  }
  return `at least ${lowest.map((ratio) => ratio.toFixed(1)).join(" light, ")} dark`;
}

async function lowestContrast(page: Page): Promise<{ readonly ratio: number; readonly text: string }> {
  return page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const light = (colour: readonly number[]) => {
      const [red = 0, green = 0, blue = 0] = colour.map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const groundOf = (element: Element | null): readonly number[] => {
      if (element === null) return channels(getComputedStyle(document.documentElement).backgroundColor);
      const colour = channels(getComputedStyle(element).backgroundColor);
      return colour.length === 3 || colour[3] === 1 ? colour : groundOf(element.parentElement);
    };
    let worst = { ratio: 21, text: "" };
    const walker = document.createTreeWalker(document.querySelector("#page") ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (element === null || text === "" || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const isDrawn = element instanceof SVGElement;
      const ground =
        element.closest(".token") === null
          ? groundOf(element)
          : channels(getComputedStyle(element.closest(".token")?.querySelector("circle") ?? element).fill);
      const [one, other] = [light(channels(isDrawn ? style.fill : style.color)), light(ground)];
      const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
      if (ratio < worst.ratio)
        worst = { ratio, text: `${text.slice(0, 40)} (${element.tagName} ${element.className})` };
    }
    return worst;
  });
}

export async function sizes(browser: Browser, url: string): Promise<string> {
  for (const fragment of ["", busy]) {
    for (const width of [320, 375, 768, 1280, 2560]) {
      const { page } = await openPage(browser, `${url}${fragment}`, { width, height: 800, scheme: "light" });
      await openRefused(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      ok(wide <= width, `${fragment} at ${width}: ${wide} wide`);
      await page.close();
    }
  }
  return "no page is wider than the screen, from 320 to 2560 pixels";
}
