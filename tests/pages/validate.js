// What two validators of HTML say of every page below a folder: html-validate, and vnu, which the W3C runs. Prints what is
// wrong, a line each, and ends with 1 if anything is.
import { htmlValidate, pages, vnu } from "./judges.js";

const SHOWN = 40;
const [, , folder] = process.argv;
let wrong = pages(folder).length === 0;
if (wrong) console.log("no page to judge");
const slow = vnu(folder);
for (const [name, found] of [["html-validate", htmlValidate(folder)], ["vnu", await slow]]) {
  console.log(`  ${name}: ${pages(folder).length} pages, ${found.length} errors`);
  found.slice(0, SHOWN).forEach((line) => console.log(`    ${line}`));
  wrong ||= found.length > 0;
}
process.exit(wrong ? 1 : 0);
