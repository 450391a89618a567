// The article's own tab: the explorer inside is told nothing.
const button = document.querySelector("#open");
button.addEventListener("click", () => {
  const tab = document.querySelector("#tab");
  tab.hidden = !tab.hidden;
  button.setAttribute("aria-expanded", String(!tab.hidden));
});
