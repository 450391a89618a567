// What pa11y (axe and HTML_CodeSniffer) and Lighthouse say of pages in Chromium. Takes the browser's path, the URL of the
// served site, the kiosk's one file, and a folder of pages that stand alone. Prints a line for each page and what is wrong
// with it; ends with 1 if anything is, or if a page that is broken on purpose pleases either of them.
import { createServer } from "node:http";
import { basename } from "node:path";
import { pathToFileURL } from "node:url";
import lighthouse from "lighthouse";
import desktop from "lighthouse/core/config/desktop-config.js";
import pa11y from "pa11y";
import puppeteer from "puppeteer";
import { pages } from "./judges.js";

const CATEGORIES = ["accessibility", "best-practices", "seo"];
// A page that says no word of its language, its title and its picture, asks for what is not there, and may not be listed.
const BROKEN = `<!doctype html><html><head><meta name="robots" content="noindex"><script src="/missing.js"></script></head>
<body><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color: #bbb; background: #fff">pale</p></body></html>`;

/** The scripts that begin the explorer: the site's and the element's. */
const ENTRIES = /\/(explorer\.[0-9a-f]+|minsheng-explorer-[0-9.]+)\.js$/;

const [, , executablePath, site, kiosk, folder] = process.argv;
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"] });
let failures = 0;

function judged(what, wrong) {
  console.log(`  ${wrong.length === 0 ? "ok    " : "FAILED"}  ${what}`);
  for (const line of wrong.slice(0, 10)) console.log(`          ${line}`);
  failures += wrong.length === 0 ? 0 : 1;
}

/** What both runners say of a page once it has come to rest; its script can be kept away. */
async function found(url, isReady, script = true) {
  const page = await browser.newPage();
  // What a worker has kept would come all the same.
  await page.setBypassServiceWorker(!script);
  await page.setRequestInterception(!script);
  page.on("request", (request) => {
    if (!script) ENTRIES.test(request.url()) ? request.abort() : request.continue();
  });
  await page.setViewport({ width: 1280, height: 1024 });
  await page.goto(url, { waitUntil: "load" });
  await page.waitForFunction(isReady);
  const options = { browser, page, ignoreUrl: true, runners: ["axe", "htmlcs"], standard: "WCAG2AA", timeout: 120_000 };
  const { issues } = await pa11y(url, options);
  await page.close();
  // A link's route is no anchor: no element has to have it as its id.
  const isRoute = ({ code, message }) => code.endsWith("NoSuchID") && message.includes("named anchor \"/");
  // What the frames of articles show is judged for itself, above.
  const isFrame = ({ code }) => code === "frame-tested";
  return issues.filter((issue) => !isRoute(issue) && !isFrame(issue)).map(({ runner, code, selector, message }) => `${runner} ${code} ${selector} — ${message}`);
}

async function scores(url, form) {
  const { port } = new URL(browser.wsEndpoint());
  const flags = { port, onlyCategories: CATEGORIES, logLevel: "silent", throttlingMethod: "provided", disableFullPageScreenshot: true };
  const { lhr } = await lighthouse(url, flags, form === "desktop" ? desktop : undefined);
  return CATEGORIES.map((category) => {
    const { score, auditRefs } = lhr.categories[category];
    const failed = auditRefs.filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1);
    return { category, score, failed: failed.map(({ id }) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`) };
  });
}

const live = "performance.getEntriesByName('minsheng:ready').length > 0 && !document.querySelector('[data-awaited]')";
for (const route of ["#/explore", "#/explore?lang=en&domain=elderly-care", "#/explore?mode=elder", "#/read/m5s3?lang=en", "#/check"]) {
  judged(`pa11y: ${route}`, await found(site + route, live));
}
judged("pa11y: the static page", await found(site, "document.querySelector('.inactive').checkVisibility()", false));
judged("pa11y: the kiosk's one file", await found(pathToFileURL(kiosk).href + "#/explore?mode=kiosk", "document.querySelector('.tile')"));
const frame = `${site}embed/embed.html#/explore?group=elderly`;
judged("pa11y: embed/embed.html", await found(frame, "document.querySelector('minsheng-explorer').tier"));
judged("pa11y: embed/embed.html without its script", await found(frame, "true", false));
for (const path of pages(folder)) judged(`pa11y: ${basename(path)}`, await found(pathToFileURL(path).href, "true"));

for (const form of ["desktop", "mobile"]) {
  for (const { category, score, failed } of await scores(site, form)) {
    judged(`lighthouse, ${form}: ${category} ${Math.round(score * 100)}`, score === 1 ? [] : failed);
  }
}

const broken = createServer((request, response) => {
  response.writeHead(request.url === "/" ? 200 : 404, { "content-type": "text/html" }).end(request.url === "/" ? BROKEN : "");
});
await new Promise((resolve) => broken.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${broken.address().port}/`;
const seen = await found(url, "true");
for (const runner of ["axe", "htmlcs"]) {
  judged(`pa11y, ${runner}, sees a broken page`, seen.some((line) => line.startsWith(runner)) ? [] : ["it sees nothing"]);
}
for (const { category, score } of await scores(url, "desktop")) {
  judged(`lighthouse sees a broken page: ${category} ${Math.round(score * 100)}`, score < 1 ? [] : ["it sees nothing"]);
}
broken.close();
await browser.close();
process.exit(failures > 0 ? 1 : 0);
