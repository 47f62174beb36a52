// Empties dist before a build: its entries are built side by side, and none may clean up after another.
import { rmSync } from "node:fs";

rmSync(new URL("../dist", import.meta.url), { recursive: true, force: true });
