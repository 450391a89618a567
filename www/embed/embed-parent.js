// For articles that embed the iframe: gives it the height it asks for. A message counts only if it comes from the window
// of one of these iframes and from the origin that its address has, and asks for a whole number of pixels in bounds.
(() => {
  const FRAMES = "iframe[src*='embed/embed.html']";
  const MOST = 20000;

  const asked = (data) => {
    if (typeof data !== "object" || data === null || data.sentinel !== "amp" || data.type !== "embed-size") return null;
    const { height } = data;
    return Number.isInteger(height) && height >= 1 && height <= MOST ? height : null;
  };

  addEventListener("message", ({ source, origin, data }) => {
    const height = asked(data);
    if (height === null || source === null) return;
    for (const frame of document.querySelectorAll(FRAMES)) {
      if (frame.contentWindow === source && new URL(frame.src).origin === origin) frame.style.setProperty("height", `${height}px`);
    }
  });
})();
