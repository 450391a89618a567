// Run by `cargo xtask test --all`: webpack without its command line, which is a package of its own. A warning is a failure.
import { copyFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import webpack from "webpack";

const [to] = process.argv.slice(2);
const here = fileURLToPath(new URL(".", import.meta.url));
const configuration = {
  mode: "production",
  context: here,
  entry: "./main.js",
  output: { path: to },
  // Nothing the element loads before a reader comes near is large; what it loads then is as large as it is.
  performance: { hints: false },
};

webpack(configuration, (error, stats) => {
  if (error) throw error;
  console.log(stats.toString({ colors: false }));
  if (stats.hasErrors() || stats.hasWarnings()) process.exitCode = 1;
  else copyFileSync(new URL("index.html", import.meta.url), `${to}/index.html`);
});
