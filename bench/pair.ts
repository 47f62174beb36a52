// Makes so many pairs of an implementation, one after the other, and prints what one takes in ms, as JSON.
import { closePair, connectPair, implementations, tracksOf } from "./implementations.ts";

const [name, pairs] = process.argv.slice(2);
const implementation = await implementations[name as keyof typeof implementations]();
const tracks = tracksOf(implementation);

async function makePairs(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await closePair(await connectPair(implementation, tracks));
}

const count = Number(pairs);
await makePairs(count / 2);
const [cpuBefore, before] = [process.cpuUsage(), performance.now()];
await makePairs(count);
const { user, system } = process.cpuUsage(cpuBefore);
console.log(JSON.stringify({ cpu: (user + system) / 1000 / count, wall: (performance.now() - before) / count }));
// Native implementations keep the process alive.
process.exit(0);
