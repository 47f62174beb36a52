import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page that is served. */
export interface ServedPage {
  readonly url: string;
  stop(): void;
}

/** Serves an empty page with one script, to this machine alone: a page from 127.0.0.1 is a secure context. */
export async function servePage(script: string): Promise<ServedPage> {
  const server = createServer(({ url }, response) => {
    const isScript = url === "/page.js";
    response.setHeader("content-type", `${isScript ? "text/javascript" : "text/html"}; charset=utf-8`);
    response.end(isScript ? script : '<!doctype html><title>conformance</title><body><script src="/page.js"></script>');
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, stop: () => server.close() };
}
