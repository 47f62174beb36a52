// A schedule in the fragment of an address.
import { equal, match, ok } from "node:assert/strict";
import type { Browser } from "puppeteer-core";
import { texts, within } from "../checks/page-in-use.ts";
import { hostileTitle } from "../hostile-dump.ts";
import { states, text, type } from "./page-in-hand.ts";

export async function links(browser: Browser, url: string): Promise<string> {
  const steps = "a.addTransceiver:audio,a.run*3,b.deliver,b.run*4,a.deliver,a.run*2";
  const link = `${url}#a=perfect&b=perfect&at=4&steps=${steps}`;
  await within(browser, link, async (page) => {
    equal(await states(page), "have-local-offer/stable");
    await type(page, "End");
    equal(await states(page), "stable/stable");
    await page.reload();
    equal(await states(page), "stable/stable");
    await page.evaluate(() => {
      location.hash = "#a=hand&b=hand&steps=b.close";
    });
    await page.waitForFunction(() => document.querySelectorAll(".peer .state b")[1]?.textContent === "closed");
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll(".peer .state b")[1]?.textContent === "stable");
  });
  await within(
    browser,
    link.replaceAll(":", "%3A").replaceAll(",", "%2C").replace("file%3A", "file:"),
    async (page) => {
      equal(await states(page), "have-local-offer/stable");
    },
  );
  return "the place is kept, and encoded links are read";
}

export async function hostileLinks(browser: Browser, url: string): Promise<string> {
  const markup = `<img src=x onerror="document.title='${hostileTitle}'">`;
  const fragments = [
    `a=${markup}`,
    `steps=${markup}`,
    `a=hand&b=hand&at=-1&steps=${encodeURIComponent(markup)}`,
    "a=constructor&b=__proto__&steps=a.close",
    "steps=a.run*999,b.run*999",
    `steps=${"a.addTransceiver:audio*999,".repeat(10_000)}`,
    `steps=a.addTransceiver:video*100,a.run*2,${"a.setLocalDescription,a.run*2,".repeat(900)}`,
    "&=&=&steps=,,,&at=NaN",
    `${"&".repeat(100_000)}`,
    "steps=a.stop:0",
  ];
  const said: string[] = [];
  for (const fragment of fragments) {
    await within(browser, `${url}#${fragment}`, async (page) => {
      ok((await page.title()) !== hostileTitle);
      equal((await page.$$("main img, main script, main iframe")).length, 0);
      ok((await page.$$("[data-group]")).length <= 500);
      said.push((await texts(page, "[role=status] p")).join());
    });
  }
  match(said[0] ?? "", /must say what negotiates/);
  match(said[1] ?? "", /does not know/);
  match(said[4] ?? "", /Step 1 of the link cannot happen there/);
  await within(browser, url, async (page) => equal(await text(page, "[role=status]"), ""));
  return `${fragments.length} links, each refused in a sentence or cut off`;
}
