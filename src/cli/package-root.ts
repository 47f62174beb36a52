import { existsSync } from "node:fs";

/** The folder of the package: the nearest one above this file, built or not, that holds package.json. */
export function packageRoot(folder = new URL(".", import.meta.url)): URL {
  const above = new URL("..", folder);
  const isTop = above.href === folder.href;
  return isTop || existsSync(new URL("package.json", folder)) ? folder : packageRoot(above);
}
