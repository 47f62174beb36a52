import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { fileOf, pageOf } from "../test-page.ts";

/** A checkout that is served to this machine alone; a page from 127.0.0.1 is a secure context. */
export interface ServedCheckout {
  /** The address of a test's page. */
  urlOf(test: string): string;
  stop(): void;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".idl": "text/plain; charset=utf-8",
  ".png": "image/png",
};

/** Keeps the outcomes where the driver reads them, as testharness.js reports them. */
const reportScript = `
setup({ output: false });
window.outcomes = { tests: [], harness: null };
const plain = ({ name, status, message }) => ({ name, status, message });
add_result_callback((test) => window.outcomes.tests.push(plain(test)));
add_completion_callback((tests, { status, message }) => {
  window.outcomes = { tests: tests.map(plain), harness: { status, message } };
});
`;

export async function serveCheckout(folder: string): Promise<ServedCheckout> {
  const server = createServer(async ({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://127.0.0.1");
    const content = await contentOf(folder, pathname);
    response.statusCode = content === null ? 404 : 200;
    response.setHeader("content-type", types[extname(pathname)] ?? "application/octet-stream");
    response.end(content ?? "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    urlOf: (test) => `http://127.0.0.1:${port}/webrtc/${test.replace(/\.js$/, ".html")}`,
    stop: () => server.close(),
  };
}

async function contentOf(folder: string, path: string): Promise<string | Buffer | null> {
  if (path === "/resources/testharnessreport.js") return reportScript;
  if (/\.(window|any)\.html$/.test(path)) return pageOf(folder, path.replace("/webrtc/", "").replace(/html$/, "js"));
  const file = fileOf(folder, path);
  return file === null ? null : readFile(file).catch(() => null);
}
