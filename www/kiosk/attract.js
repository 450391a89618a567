// Keeps a screen that nobody uses from being burnt in: once a minute everything moves a little, and every five minutes the
// dark panel and the light one change places. Steps, not animations. The moves themselves are in kiosk.css.

const STEPS = 8;
const MINUTES_A_PHASE = 5;

let timer = 0;

/** Moves what waits, as long as it waits. */
export function drift(visit) {
  clearInterval(timer);
  const page = document.documentElement;
  const move = () => {
    const minutes = visit.waiting;
    if (minutes === null) {
      delete page.dataset.step;
      delete page.dataset.phase;
      return clearInterval(timer);
    }
    page.dataset.step = Math.floor(minutes) % STEPS;
    page.dataset.phase = Math.floor(minutes / MINUTES_A_PHASE) % 2 ? "odd" : "even";
  };
  timer = setInterval(move, 5000);
  move();
}
