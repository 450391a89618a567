// Reads a sentence aloud, with a voice of this device and no other: what is read is sent to nobody. Without such a voice
// the buttons stay unseen (explorer.css).

/** Characters that a voice says in well under 14 seconds, after which some browsers cut it off. */
const BREATH = 40;

let voice = null;
let reading = null;
const hosts = new WeakSet();

/** Reads for the buttons below `host`, from now on, and stops what is read when another page is shown. */
export function listen(host) {
  if (hosts.has(host) || !globalThis.speechSynthesis) return;
  hosts.add(host);
  host.addEventListener("click", ({ target }) => {
    const button = target.closest?.("button[data-speak]");
    if (button) read(button);
  });
  host.addEventListener("minsheng:route", hush);
  addEventListener("pagehide", hush);
  speechSynthesis.addEventListener?.("voiceschanged", look);
  look();
}

/** Whether a local Chinese voice is there. */
export function hasVoice() {
  return voice !== null;
}

/** Stops reading. */
export function hush() {
  if (!reading) return;
  const { card, button } = reading;
  reading = null;
  speechSynthesis.cancel();
  delete card.dataset.speaking;
  button.removeAttribute("aria-pressed");
}

function look() {
  voice = speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^(zh|cmn)\b/i.test(lang)) ?? null;
  document.documentElement.toggleAttribute("data-voice", voice !== null);
}

/** Reads the button's sentence, or stops where it is being read. */
function read(button) {
  const again = reading?.button === button;
  hush();
  if (again || !voice) return;
  const card = button.closest(".card");
  reading = { card, button };
  card.dataset.speaking = "";
  button.setAttribute("aria-pressed", "true");
  say(breaths(card.querySelector(".text").textContent), reading);
}

function say([part, ...rest], now) {
  if (reading !== now) return;
  if (part === undefined) return hush();
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
