// Passes on what is shown: the link of the page or of a sentence, and a sentence as a picture. Where the browser shares nothing,
// the link is copied and the picture is saved.

import { copy, placeOf, tell } from "./cite.js";
import { drawn } from "./picture.js";

/** What is said when a link is copied, a picture saved, and no picture made. */
const SAID = {
  "zh-Hans": ["链接已复制", "图片已保存", "图片没有做成"],
  "zh-Hant": ["鏈接已複製", "圖片已保存", "圖片沒有做成"],
  en: ["Link copied", "Picture saved", "The picture could not be made"],
};

const said = () => SAID[document.documentElement.lang] ?? SAID["zh-Hans"];

/** Shares the sentence of a button's card, or the page. */
export async function share(button, explorer) {
  const place = placeOf(button);
  const url = (place && explorer.cite(place, "link")) || new URL(explorer.route, location.href).href;
  const offered = await offer({ title: document.title, url });
  if (!offered) copy(button, url, "", undefined, said()[0]);
}

/** Makes a picture of the sentence of a button's card. */
export async function picture(button, explorer, complete) {
  const place = placeOf(button);
  try {
    const blob = await drawn(await facts(place, explorer, complete), button.closest(".card"));
    const file = new File([blob], `minsheng-${place}.png`, { type: blob.type });
    if (matchMedia("(pointer: coarse)").matches && (await offer({ files: [file] }))) return;
    const href = URL.createObjectURL(file);
    Object.assign(document.createElement("a"), { href, download: file.name }).click();
    setTimeout(() => URL.revokeObjectURL(href), 60_000);
    tell(button, said()[1]);
  } catch (error) {
    console.warn("minsheng: no picture:", error);
    tell(button, said()[2]);
  }
}

/** What the picture shows. Only a module that has everything can say it. */
async function facts(place, explorer, complete) {
  const told = explorer.cite(place, "picture");
  if (told) return told;
  const other = await complete();
  try {
    return other.cite(place, "picture");
  } finally {
    other.free();
  }
}

/** Whether the device took it, or the reader let it be. */
async function offer(what) {
  if (!navigator.canShare?.(what)) return false;
  return navigator.share(what).then(() => true, ({ name }) => name === "AbortError");
}
