// A schedule under its user's hands.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import type { Browser } from "puppeteer-core";
import { texts, within } from "../checks/page-in-use.ts";
import { forwardToEnd, lit, openRefused, press, slots, states, text, type, underWay } from "./page-in-hand.ts";

export async function empty(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    equal(await states(page), "stable/stable");
    equal(await lit(page), "stable:ab");
    const words = await page.$$eval('.peer[data-peer="a"] .calls button:not([disabled])', (buttons) =>
      buttons.map((button) => button.getAttribute("data-word")),
    );
    const setting = words.filter((word) => /Description/.test(word ?? ""));
    deepEqual(setting, ["a.setLocalDescription", "a.setLocalDescription:offer"]);
    ok(words.includes("a.createOffer") && !words.includes("a.createAnswer"));
    equal(await page.evaluate(() => location.hash), "");
    return `${words.length} legal calls a peer, no request`;
  });
}

export async function byHand(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    await press(page, "a.addTransceiver:audio", "a.setLocalDescription");
    equal(await states(page), "have-local-offer/stable");
    equal(await lit(page), "stable:b have-local-offer:a");
    deepEqual(await underWay(page, "b"), ["offer"]);
    equal(await slots(page, "a"), "offer null null null");
    await press(page, "b.deliver");
    deepEqual([await states(page), await underWay(page, "b")], ["have-local-offer/have-remote-offer", []]);
    await press(page, "b.setLocalDescription", "a.deliver");
    deepEqual([await slots(page, "a"), await slots(page, "b")], ["null null offer answer", "null null answer offer"]);
    equal(await states(page), "stable/stable");
    const hash = await page.evaluate(() => location.hash);
    await type(page, "ArrowLeft", "k");
    equal(await states(page), "have-local-offer/have-remote-offer");
    await page.keyboard.down("Control");
    await type(page, "z");
    equal(await states(page), "have-local-offer/stable");
    await type(page, "y");
    await page.keyboard.up("Control");
    equal(await states(page), "have-local-offer/have-remote-offer");
    await type(page, "Home");
    equal(await states(page), "stable/stable");
    await type(page, "End");
    equal(await page.evaluate(() => location.hash), hash);
    await type(page, "ArrowLeft");
    await press(page, "a.close");
    equal(await states(page), "closed/stable");
    match(await text(page, ".diagram figcaption"), /^a closed/);
    equal(await page.$("[data-go=forward]:not([disabled])"), null, "another step takes the place of what followed");
    return hash;
  });
}

export async function illegal(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    await openRefused(page);
    const refused = await page.$$eval('.peer[data-peer="b"] .refused li', (items) =>
      items.map((item) => ({
        word: item.querySelector("button")?.getAttribute("data-word"),
        reason: item.querySelector(".reason")?.textContent ?? "",
        link: item.querySelector("a")?.getAttribute("href") ?? "",
      })),
    );
    deepEqual(
      refused.map(({ word }) => word),
      [
        ...["b.setLocalDescription:pranswer", "b.setLocalDescription:answer", "b.setLocalDescription:rollback"],
        ...["b.setRemoteDescription:pranswer", "b.setRemoteDescription:answer", "b.setRemoteDescription:rollback"],
        ...["b.createAnswer", "b.addIceCandidate"],
      ],
    );
    for (const { word, reason, link } of refused) {
      match(reason, /Error .*is refused|Error .*no /, `${word}: ${reason}`);
      match(link, /^https:\/\/(w3c\.github\.io\/webrtc-pc\/#|www\.rfc-editor\.org\/rfc\/rfc9429\.html#section-)/);
    }
    await press(page, "b.setRemoteDescription:answer");
    equal(await states(page), "stable/stable");
    match(await text(page, ".now"), /fails.*InvalidStateError.*is refused in stable: there is no offer to answer/);
    return `${refused.length} calls, each with its reason and a link`;
  });
}

export async function glare(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    await type(page, "1", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    equal(await lit(page), "have-local-offer:ab");
    deepEqual([await underWay(page, "a"), await underWay(page, "b")], [["offer"], ["offer"]]);
    await type(page, "ArrowRight");
    match(await text(page, ".now"), /ignores it.*ignored offer/);
    equal(await states(page), "have-local-offer/have-local-offer");
    await type(page, "ArrowRight");
    match(await text(page, ".now"), /implicit rollback.*is in stable.*is in have-remote-offer.*sends the answer to a/);
    await forwardToEnd(page);
    equal(await states(page), "stable/stable");
    return "ignored by the impolite side, rolled back by the polite one, stable at the end";
  });
}

// What each must show, and how it must end.
const endings: readonly (readonly [name: string, states: string, shown: RegExp])[] = [
  ["Glare", "stable/stable", /ignored offer/],
  ["Rollback", "stable/stable", /setRemoteDescription\(\) fails.*InvalidStateError/],
  ["Provisional answer", "stable/stable", /is in have-remote-pranswer/],
  ["ICE restart", "stable/stable", /restartIce\(\)/],
  ["Pushy SFU", "stable/stable", /an answer has as many m= sections as the offer/],
  ["Glare without roles", "have-local-offer/have-local-offer", /fails.*InvalidAccessError/],
  ["Lost answer", "have-local-offer/stable", /it is lost/],
];

export async function everyPreset(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    deepEqual(
      await texts(page, "[data-preset]"),
      endings.map(([name]) => name),
    );
    const counts: number[] = [];
    for (const [index, [name, ending, shown]] of endings.entries()) {
      await type(page, `${index + 1}`);
      equal(await states(page), "stable/stable");
      ok((await text(page, ".caption")).startsWith(name));
      counts.push(await forwardToEnd(page));
      equal(await states(page), ending, name);
      match(await text(page, ".timeline"), shown);
      deepEqual(await texts(page, "[role=status] p"), [], name);
      equal((await page.$$(".unrest")).length > 0, name === "Lost answer", name);
    }
    await page.goBack();
    ok(
      (await text(page, ".caption")).startsWith("Glare without roles"),
      "the browser's own way back leads to the preset before",
    );
    return `${counts.join(", ")} steps`;
  });
}

export async function eventLoops(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    await page.click(".turns input");
    await press(page, "a.addTransceiver:audio", "a.run", "a.setLocalDescription");
    equal(await states(page), "stable/stable");
    deepEqual(await texts(page, '.peer[data-peer="a"] .chain code'), ["setLocalDescription()"]);
    await press(page, "a.setLocalDescription:rollback", "a.run");
    const chain = await texts(page, '.peer[data-peer="a"] .chain li');
    deepEqual(chain, ["setLocalDescription() applies the local offer", "setLocalDescription(rollback) waits"]);
    await press(page, "a.fail");
    match(await text(page, ".now"), /setLocalDescription\(\) fails.*OperationError/);
    equal(await states(page), "stable/stable");
    return chain.join("; ");
  });
}

export async function failingMessages(browser: Browser, url: string): Promise<string> {
  return within(browser, url, async (page) => {
    await press(page, "a.addTransceiver:audio", "a.setLocalDescription", "b.repeat");
    deepEqual([await states(page), await underWay(page, "b")], ["have-local-offer/have-remote-offer", ["offer"]]);
    await press(page, "b.deliver", "b.setLocalDescription", "a.lose");
    deepEqual([await states(page), await underWay(page, "a")], ["have-local-offer/stable", []]);
    match(await text(page, ".now"), /never gets the answer: it is lost/);
    // The answer that was lost can be set all the same.
    await press(page, "a.setRemoteDescription:answer");
    equal(await states(page), "stable/stable");
    return "an offer twice, an answer lost, and set again";
  });
}
