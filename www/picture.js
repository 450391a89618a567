// Draws a sentence as a picture to be passed on: its words, place, source, what must not be lost, and a code of its link, in the
// page's own faces and colours. Asks for nothing and loads no font. Knows no explorer.

const WIDTH = 1080;
const EDGE = 84;
const CODE = 252;
/** No line begins with one of these, and none ends with one of those. */
const CLOSING = /^[，。、；：？！）》”’」』％%…,.;:)\]]/;
const OPENING = /[（《“‘「『([]$/;
/** Whose the English is. */
const OURS = "Unofficial translation. The Chinese alone is authoritative.";

/** A PNG of what an explorer told of a sentence, a line for each thing, as it looks in this card. */
export function drawn(told, card) {
  const [words, caveat, place, source, link, side, path, english] = told.split("\n");
  if (!words) throw new Error("there is no such sentence");
  const style = getComputedStyle(card);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const faces = { serif: getComputedStyle(card.querySelector(".text")).fontFamily, sans: style.fontFamily };
  const context = document.createElement("canvas").getContext("2d");
  const foreign = card.closest(".explorer").lang === "en" && english;
  const parts = [
    part(context, place, faces.sans, 34, 1.5, "muted"),
    part(context, words, faces.serif, 57, 1.65, "ink", 28),
    foreign && part(context, english, faces.sans, 36, 1.5, "muted", 28),
    foreign && part(context, OURS, faces.sans, 26, 1.5, "muted", 12),
    caveat && part(context, caveat, faces.sans, 28, 1.55, "muted", 24),
  ].filter(Boolean);
  const brand = part(context, card.closest(".explorer").querySelector(".brand")?.textContent ?? "", `700 ${faces.sans}`, 32, 1.5, "ink", 0, side ? CODE + 40 : 0);
  const from = part(context, source, faces.sans, 27, 1.5, "muted", 8, side ? CODE + 40 : 0);
  const address = part(context, link.replace(/^https?:\/\//, ""), faces.sans, 24, 1.4, "muted", 10, side ? CODE + 40 : 0);
  const foot = [brand, from, address];
  const height = (list) => list.reduce((sum, it) => sum + it.height, 0);
  const top = EDGE + height(parts) + 56;
  const bottom = Math.max(height(foot), side ? CODE : 0);
  Object.assign(context.canvas, { width: WIDTH, height: Math.ceil(top + 40 + bottom + EDGE) });
  fill(context, colour("paper"), 0, 0, WIDTH, context.canvas.height);
  fill(context, colour("c") || colour("plain"), 0, 0, 20, context.canvas.height);
  parts.reduce((y, it) => write(context, it, y, colour), EDGE);
  fill(context, colour("edge"), EDGE, top, WIDTH - 2 * EDGE, 2);
  foot.reduce((y, it) => write(context, it, y, colour), top + 40);
  if (side) code(context, Number(side), path, WIDTH - EDGE - CODE, top + 40);
  return new Promise((done, fail) => {
    context.canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error("the canvas gives no picture"))), "image/png");
  });
}

/** A text in lines, and how high it is with the space before it. */
function part(context, text, face, size, leading, colour, before = 0, beside = 0) {
  const [, weight = "400", family] = /^(\d+ )?(.*)$/.exec(face);
  const font = `${weight.trim()} ${size}px ${family}`;
  context.font = font;
  const lines = broken(text, (line) => context.measureText(line).width <= WIDTH - 2 * EDGE - beside);
  return { lines, font, size, colour, before, step: size * leading, height: before + lines.length * size * leading };
}

/** A text in lines that fit. Chinese breaks anywhere but before and behind certain marks, other words stay whole where they can. */
function broken(text, fits) {
  const lines = [];
  let line = "";
  for (const piece of text.match(/[\w.%/#?=&-]{1,24}\s*|[^]/gu) ?? []) {
    if (line && !fits(line + piece.trimEnd()) && !CLOSING.test(piece)) {
      const opened = OPENING.exec(line);
      if (opened) line = line.slice(0, opened.index);
      lines.push(line.trimEnd());
      line = opened ? opened[0] : "";
    }
    line += piece;
  }
  return line ? [...lines, line] : lines;
}

function write(context, { lines, font, size, colour, before, step, height }, y, colourOf) {
  Object.assign(context, { font, fillStyle: colourOf(colour), textBaseline: "alphabetic" });
  lines.forEach((line, n) => context.fillText(line, EDGE, y + before + n * step + (step + size * 0.72) / 2));
  return y + height;
}

function fill(context, colour, x, y, width, height) {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

/** Dark on light in every theme, because scanners expect it. */
function code(context, side, path, x, y) {
  fill(context, "#fff", x, y, CODE, CODE);
  context.save();
  context.translate(x, y);
  context.scale(CODE / side, CODE / side);
  context.fillStyle = "#000";
  context.fill(new Path2D(path));
  context.restore();
}
