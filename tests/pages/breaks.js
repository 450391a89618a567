// That both validators can say no: a page is broken in one way after the other, and the one named must notice. Takes the
// page, which is valid; ends with 1 if one break went unnoticed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { htmlValidate, vnu } from "./judges.js";

// What stands in the page, what is written instead, by whom it must be noticed and what is said of it.
const BREAKS = [
  ["<main ", "<main id=\"status\" ", [htmlValidate, vnu], /uplicate/],
  ["<legend>", "<p>", [htmlValidate, vnu], /close|end tag|not allowed/],
  ["</fieldset>", "</div>", [htmlValidate, vnu], /close|end tag/],
  [" type=\"checkbox\"", " type=\"chekbox\"", [htmlValidate, vnu], /type/],
  ["aria-expanded=\"false\"", "aria-expanded=\"no\"", [vnu], /aria-expanded/],
  ["role=\"status\"", "role=\"stasus\"", [vnu], /stasus|role/],
  ["<html lang=\"zh-Hans\"", "<html", [htmlValidate], /lang/],
  ["aria-labelledby=\"filters\"", "aria-labelledby=\"fitlers\"", [htmlValidate], /fitlers/],
  ["<p ", "<p style=\"color: red\" ", [htmlValidate], /style/],
];

const [, , path] = process.argv;
const whole = readFileSync(path, "utf8");
const folder = mkdtempSync(join(tmpdir(), "minsheng-pages-"));
const name = (n) => `break-${n}.html`;
BREAKS.forEach(([from, to], n) => writeFileSync(join(folder, name(n)), whole.replace(from, to)));
const slow = vnu(folder);
const found = new Map([[htmlValidate, htmlValidate(folder)], [vnu, await slow]]);
let unnoticed = 0;
BREAKS.forEach(([from, to, judges, says], n) => {
  for (const judge of judges) {
    const lines = found.get(judge).filter((line) => line.startsWith(`${name(n)}:`) && says.test(line));
    if (lines.length === 0) unnoticed += 1;
    console.log(`  ${lines.length > 0 ? "ok    " : "FAILED"}  ${judge.name}: ${from} → ${to}`);
  }
});
rmSync(folder, { recursive: true });
process.exit(unnoticed > 0 ? 1 : 0);
