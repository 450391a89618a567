// A question that stands above the page. Browsers without modal dialogs show it as a box that stays in its place (kiosk.css).

/** `{ box, isOpen, open, close }` of a dialog, at the end of the page and closed. */
export function dialog(name) {
  const box = document.createElement("dialog");
  box.className = box.showModal ? `question ${name}` : `question apart ${name}`;
  document.body.append(box);
  const isOpen = () => box.hasAttribute("open");
  return {
    box,
    isOpen,
    open() {
      if (isOpen()) return;
      if (box.showModal) box.showModal();
      else box.setAttribute("open", "");
      box.querySelector("button").focus({ preventScroll: true }); // What scrolls counts as somebody who is there.
    },
    close() {
      if (!isOpen()) return;
      if (box.close) box.close();
      else box.removeAttribute("open");
    },
  };
}
