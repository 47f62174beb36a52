// Files that are opened in the playground.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import type { Browser, Page } from "puppeteer-core";
import { connectionLines, reportJson } from "../../../src/cli/replay/report-json.ts";
import { detailedReportOn } from "../../../src/report/detailed-report.ts";
import { withReports } from "../../../src/report/embedded-reports.ts";
import { readTrace } from "../../../src/trace/read-trace.ts";
import { drop, texts, within } from "../checks/page-in-use.ts";
import { hostileDump, hostileTitle } from "../hostile-dump.ts";
import { viewerPage } from "../viewer-page.ts";
import { drawn, forwardToEnd, lit, slots, states, text, type } from "./page-in-hand.ts";
import { failingExploration } from "./written-traces.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

async function opened(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  await drop(page, name, typeof content === "string" ? Buffer.from(content) : content);
  await page.waitForFunction((file) => document.title.startsWith(file), { timeout: 60_000 }, name);
  await drawn(page);
}

export async function dumps(browser: Browser, url: string): Promise<string> {
  const captures = globSync(`${root}{captures,spec/fixtures}/*.gz`).sort();
  for (const path of captures) {
    await within(browser, url, async (page) => {
      await opened(page, basename(path), readFileSync(path));
      const steps = await forwardToEnd(page);
      ok(steps > 3, path);
      ok((await lit(page)) !== "" || (await states(page)).includes("closed"), path);
      await type(page, "Home");
      equal(await states(page), "stable/stable", path);
    });
  }
  const call = captures.find((path) => path.includes("renegotiate-and-ice-restart.rtcstats")) ?? "";
  return within(browser, url, async (page) => {
    await opened(page, "call", gunzipSync(readFileSync(call)));
    await type(page, "End");
    equal(await slots(page, "a"), "null null answer offer");
    match(await text(page, '.peer[data-peer="a"] td[data-slot="currentLocalDescription"]'), /audio .*ufrag hidden\d/);
    return `${captures.length} captures, each to its end and back`;
  });
}

export async function explored(browser: Browser, url: string): Promise<string> {
  const report = await failingExploration();
  const { violation } = report;
  if (violation === null) throw new Error("the exploration has found nothing");
  const { code: _, dump, mermaid, ladder, ...saved } = violation;
  return within(browser, url, async (page) => {
    await opened(page, "violation.json", JSON.stringify(saved));
    const steps = await forwardToEnd(page);
    equal(steps, violation.trace.length);
    const { a, b } = violation.trace.at(-1)?.states ?? {};
    equal(await states(page), `${a}/${b}`);
    match(await text(page, ".now"), /broken: no-invalid-state-error/);
    await opened(page, "report.json", JSON.stringify(report));
    equal(await forwardToEnd(page), steps);
    await opened(page, "dump.rtcstats", dump);
    await forwardToEnd(page);
    equal(await states(page), `${a}/${b}`);
    match(await text(page, '.timeline .card[data-verdict="illegal-call"]'), /is refused in have-remote-offer/);
    for (const [name, content] of Object.entries({ "trace.mmd": mermaid, "trace.txt": ladder })) {
      await drop(page, name, Buffer.from(content));
      await page.waitForFunction(
        (file) => document.querySelector("[role=status]")?.textContent?.startsWith(file),
        {},
        `${name}:`,
      );
    }
    deepEqual(await texts(page, "nav.reports button"), ["Schedule", "violation.json", "report.json", "dump.rtcstats"]);
    return `${steps} steps to ${violation.property}`;
  });
}

export async function replayed(browser: Browser, url: string): Promise<string> {
  const { violation } = await failingExploration();
  const trace = readTrace(violation?.dump ?? "");
  if (!trace.ok) throw new Error("no dump");
  const report = detailedReportOn("dump.rtcstats", trace.value, {});
  const selected = { ...report, selected: report.connections.map((_, index) => index) };
  const written = {
    "page.html": withReports(viewerPage(), [report]),
    "report.json": [...reportJson(selected)].join(""),
    "report.ndjson": [...connectionLines(selected)].join(""),
  };
  return within(browser, url, async (page) => {
    const seen: string[] = [];
    for (const [name, content] of Object.entries(written)) {
      await opened(page, name === "page.html" ? "dump.rtcstats" : name, content);
      const steps = await forwardToEnd(page);
      seen.push(`${name}: ${steps} steps, ${await states(page)}`);
      ok((await page.$$(".arrow .point")).length > 0, `${name}: no arrow`);
    }
    equal(new Set(seen.map((line) => line.replace(/^.*: /, ""))).size, 1, seen.join("; "));
    const three = JSON.stringify({ connections: ["x", "y", "z"].map((id) => ({ id, steps: [] })) });
    await opened(page, "three.json", three);
    await page.select('select[data-connection="a"]', "2");
    await drawn(page);
    deepEqual(
      (await texts(page, ".peer h2")).map((title) => title.slice(2)),
      ["connection z", "connection y"],
    );
    await drop(page, "other.html", Buffer.from("<!doctype html><title>another page</title>"));
    await page.waitForFunction(() => document.querySelector("[role=status]")?.textContent?.includes("no report"));
    return seen.join("; ");
  });
}

export async function hostileTraces(browser: Browser, url: string): Promise<string> {
  const markup = `<img src=x onerror="document.title='${hostileTitle}'"><script>document.title='${hostileTitle}'</script>\u202e`;
  const step = {
    who: markup,
    what: markup,
    effects: [markup, `sends ${markup}`, 1, null],
    states: { a: markup, b: "stable" },
  };
  const reference = { spec: markup, section: markup, url: `javascript:document.title='${hostileTitle}'` };
  const judged = {
    time: 1,
    call: markup,
    type: markup,
    observed: { outcome: markup, message: markup },
    why: markup,
    reference,
  };
  const files = {
    "violation.json": JSON.stringify({
      property: markup,
      message: markup,
      schedule: markup,
      trace: [step, null, 7, step],
    }),
    "deep.json": JSON.stringify({ violation: { property: "p", trace: Array.from({ length: 100_000 }, () => step) } }),
    "report.json": JSON.stringify({
      connections: [{ id: markup, steps: [judged, null] }, markup, null],
      incomplete: markup,
    }),
    "pairs.json": JSON.stringify({
      connections: [{ steps: [judged] }],
      pairs: [{ from: 1, to: { connection: -1 } }, null],
      sdp: [markup],
    }),
    "hostile.rtcstats": hostileDump(),
  };
  for (const [name, content] of Object.entries(files)) {
    await within(browser, url, async (page) => {
      await opened(page, name, content);
      await type(page, "ArrowRight", "End");
      await page.$$eval("details", (all) => {
        for (const one of all) one.setAttribute("open", "");
      });
      ok((await page.title()) !== hostileTitle);
      equal((await page.$$("main img, main script, main iframe, [onerror]")).length, 0, name);
      const hrefs = await page.$$eval("main a", (all) => all.map((link) => link.getAttribute("href") ?? ""));
      ok(
        hrefs.every((href) => /^https:\/\/(w3c\.github\.io|www\.rfc-editor\.org)\//.test(href)),
        hrefs.join(),
      );
      equal((await text(page, "#page")).includes("\u202e"), false);
      ok((await page.$$("[data-group]")).length <= 200, name);
    });
  }
  return `${Object.keys(files).length} files: text, and no more`;
}
