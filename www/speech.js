// Reads a sentence aloud, with a voice of this device and no other: what is read is sent to nobody. Without such a voice
// the buttons stay unseen (explorer.css).

/** Characters that a voice says in well under 14 seconds, after which some browsers cut it off. */
const BREATH = 40;

/** Kinds of Chinese, from the best for this text to the last. */
const KINDS = ["mainland", "taiwan", "unnamed", "accent", "cantonese"];
/** What the tag of a voice without an accent consists of. Anything else names one: `zh-CN-liaoning`, `zh-CN-u-sd-cnsc`. */
const PLAIN = /^(zh|zho|cmn|hans|hant|cn|chn|sg|tw|twn|hk|mo)$/;
/** Chinese languages that are neither Mandarin nor Cantonese. */
const OTHER = /^(wuu|nan|hak|gan|hsn|cdo|cjy|cpx|czh|czo|mnp|csp|lzh|min|wu|hakka|xiang)$/;

let there = false;
let reading = null;
const hosts = new WeakSet();
/** Looks, while something is read, whether the button that stops it is still there. */
const watch = new MutationObserver(() => {
  const { button } = reading;
  if (!button.isConnected || button.closest("[hidden]")) hush();
});

/** Reads for the buttons below `host`, from now on. Reading stops as soon as another page is shown, by whatever way, or the
    button that would stop it is gone. */
export function listen(host) {
  if (hosts.has(host) || !globalThis.speechSynthesis) return;
  hosts.add(host);
  host.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-speak]");
    if (button) read(button);
  });
  host.addEventListener("minsheng:route", hush);
  for (const left of ["popstate", "hashchange", "pagehide"]) addEventListener(left, hush);
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
}

/** Whether a local Chinese voice is there. */
export function hasVoice() {
  return there;
}

/** Stops reading. */
export function hush() {
  if (!reading) return;
  const { card, button } = reading;
  reading = null;
  watch.disconnect();
  speechSynthesis.cancel();
  delete card.dataset.speaking;
  button.removeAttribute("aria-pressed");
}

function look() {
  there = chosen() !== undefined;
  document.documentElement.toggleAttribute("data-voice", there);
}

/** The local voice that reads this page best; of several of its kind the device's own choice, or the first. */
function chosen() {
  const order = [...KINDS];
  if (document.documentElement.lang === "zh-Hant") order.splice(0, 2, "taiwan", "mainland");
  const voices = speechSynthesis.getVoices().filter(({ localService }) => localService);
  for (const wanted of order) {
    const some = voices.filter(({ lang }) => kind(lang) === wanted);
    if (some.length > 0) return some.find((voice) => voice.default) ?? some[0];
  }
}

/** What kind of Chinese a voice speaks, by its tag as browsers write it: `zh-CN`, `zh_CN`, `zh_CN_#Hans`, `cmn-Hans-CN`. Cantonese
    says the words of this text in sounds of its own: it reads only where the device has no other Chinese. */
function kind(lang) {
  const parts = lang.toLowerCase().split(/[^a-z0-9]+/);
  const is = (...names) => names.some((name) => parts.includes(name));
  if (!/^(zh|zho|cmn|yue)$/.test(parts[0]) || parts.some((part) => OTHER.test(part))) return null;
  if (is("yue") || (is("hk", "mo") && !is("cmn"))) return "cantonese";
  if (!parts.every((part) => PLAIN.test(part))) return "accent";
  if (is("hant", "tw", "twn")) return "taiwan";
  return is("hans", "cn", "chn", "sg") ? "mainland" : "unnamed";
}

/** Reads the button's sentence, or stops where it is being read. */
function read(button) {
  const again = reading?.button === button;
  hush();
  const voice = chosen();
  if (again || !voice) return;
  const card = button.closest(".card");
  reading = { card, button, voice };
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ["hidden"] });
  card.dataset.speaking = "";
  button.setAttribute("aria-pressed", "true");
  say(breaths(card.querySelector(".text").textContent), reading);
}

function say([part, ...rest], now) {
  if (reading !== now) return;
  if (part === undefined) return hush();
  const { voice } = now;
  const utterance = new SpeechSynthesisUtterance(part);
  Object.assign(utterance, { voice, lang: voice.lang, rate: 0.9 });
  utterance.onend = () => say(rest, now);
  utterance.onerror = () => reading === now && hush();
  speechSynthesis.speak(utterance);
}

/** A sentence in parts of a breath each, cut after its own marks where there are any. */
export function breaths(text) {
  const parts = [];
  for (const part of text.match(/[^，、；：。]+[，、；：。”]*|[，、；：。”]+/g) ?? []) {
    const last = parts[parts.length - 1];
    if (last !== undefined && last.length + part.length <= BREATH) parts[parts.length - 1] += part;
    else for (let at = 0; at < part.length; at += BREATH) parts.push(part.slice(at, at + BREATH));
  }
  return parts;
}
