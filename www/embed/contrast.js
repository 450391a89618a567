// Whether what a host has coloured can be read.

/** The contrast of an element's text with its ground, from 1 to 21; nothing for colours in unusual notations. */
export function contrast(element) {
  const { color, backgroundColor } = getComputedStyle(element);
  const [ink, paper] = [color, backgroundColor].map(luminance);
  return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
}

/** Of `rgb(…)`; colours in other notations are not judged. */
function luminance(color) {
  const channels = /^rgba?\((\d+), (\d+), (\d+)/.exec(color)?.slice(1);
  if (!channels) return Number.NaN;
  const [red, green, blue] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
