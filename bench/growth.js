// Drives the growth benchmark in the page and leaves the numbers in `globalThis.growth` for `cargo xtask bench`.
// Times are of one run on one machine: the ratio to a plain scan beside it is what compares.
import init, { Growth } from "./minsheng_bench.js";

const QUESTIONS = 300;
const sorted = (list) => [...list].sort((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];

function timed(run) {
  const start = performance.now();
  const value = run();
  return { time: performance.now() - start, value };
}

function measure(scale) {
  const growth = new Growth(scale, QUESTIONS);
  const ready = timed(() => growth.build()).time;
  const numbers = Array.from({ length: QUESTIONS }, (_, n) => n);
  numbers.forEach((n) => growth.ask(n));
  const ours = numbers.map((n) => timed(() => growth.ask(n)).time);
  const texts = growth.texts().split("\n");
  const words = numbers.map((n) => growth.words(n));
  const scan = words.map((word) => timed(() => texts.filter((text) => text.includes(word)).length).time);
  const row = {
    scale,
    sentences: growth.sentences(),
    ready,
    median: at(ours, 0.5),
    p95: at(ours, 0.95),
    worst: at(ours, 1),
    scanMedian: at(scan, 0.5),
    scanP95: at(scan, 0.95),
    memoryRatio: growth.search_bytes() / growth.text_bytes(),
  };
  growth.free();
  return row;
}

/// A million questions to the real document: wasm memory must not grow.
function soak(memory, questions) {
  const growth = new Growth(1, QUESTIONS);
  growth.build();
  for (let n = 0; n < QUESTIONS; n += 1) growth.ask(n);
  const before = memory.buffer.byteLength;
  const { time } = timed(() => {
    for (let n = 0; n < questions; n += 1) growth.ask(n % QUESTIONS);
  });
  const grown = memory.buffer.byteLength - before;
  growth.free();
  return { questions, grown, microseconds: (time * 1000) / questions };
}

const wasm = await init();
const soaked = soak(wasm.memory, 1_000_000);
globalThis.growth = { rows: [1, 10, 100, 1000].map(measure), soak: soaked };
