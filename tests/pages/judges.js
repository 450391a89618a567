// The validators of HTML, each as a function: takes a folder, gives what is wrong with the pages below it, a line each.
// vnu runs beside the other, in a process of its own.
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import rules from "./rules.js";

const here = dirname(fileURLToPath(import.meta.url));
const jar = createRequire(import.meta.url)("vnu-jar");

/** Every page below a folder. */
export function pages(folder) {
  const names = readdirSync(folder, { recursive: true });
  return names.filter((name) => name.endsWith(".html")).sort().map((name) => join(folder, name));
}

export function htmlValidate(folder) {
  const judge = new HtmlValidate(new StaticConfigLoader(rules));
  return pages(folder).flatMap((path) => {
    const { results } = judge.validateFileSync(path);
    const line = ({ ruleId, message, line, column }) => `${relative(folder, path)}:${line}:${column} ${ruleId}: ${message}`;
    return results.flatMap(({ messages }) => messages.map(line));
  });
}

export async function vnu(folder) {
  const options = ["--errors-only", "--stdout", "--exit-zero-always", "--format", "json", "--filterfile", join(here, "vnu.txt")];
  const run = promisify(execFile);
  const { stdout } = await run("java", ["-jar", jar, ...options, ...pages(folder)], { maxBuffer: 1 << 28 });
  const line = ({ url, lastLine, lastColumn, message, extract }) =>
    `${relative(folder, fileURLToPath(url))}:${lastLine}:${lastColumn} ${message} ${extract ?? ""}`;
  return JSON.parse(stdout).messages.map(line);
}
