// Judges real WebRTC stacks, and writes docs/conformance.md; or, with --glare, observes colliding negotiators in browsers.
// Exit status: 0 at least one stack ran, none broke off, and every deviation known of those that ran was found (of --glare:
// nothing but what is declared); 1 one of that is not so; 2 unusable arguments.
import { conformance } from "./conformance.ts";
import { glare } from "./glare/glare.ts";
import { install } from "./install/install.ts";
import { optionsFrom } from "./options.ts";
import { rules } from "./rules/rules.ts";

const options = optionsFrom(process.argv.slice(2));
if (typeof options === "string") {
  console.error(options);
  process.exitCode = 2;
} else {
  if (options.install) install(options.chosen.flatMap(({ debianPackages }) => debianPackages));
  const held = await (options.rules
    ? rules(options.corpus)
    : options.glare
      ? glare(options.settings.seed)
      : conformance(options));
  process.exitCode = held ? 0 : 1;
}
