// Keeps a screen that nobody uses from being burnt in: once a minute everything moves a little, and every five minutes the
// dark panel and the light one change places; after ten it is dimmed. Steps, not
// animations. What they look like is in kiosk.css.

const STEPS = 8;
const MINUTES_A_PHASE = 5;
const MINUTES_BRIGHT = 10;

/** Where everything stands after so many minutes; where it always stands while somebody is there. */
export function drift(minutes) {
  const { dataset } = document.documentElement;
  if (minutes === null) {
    delete dataset.step;
    delete dataset.phase;
    delete dataset.dim;
    return;
  }
  const step = String(Math.floor(minutes) % STEPS);
  const phase = Math.floor(minutes / MINUTES_A_PHASE) % 2 ? "odd" : "even";
  if (dataset.step !== step) dataset.step = step;
  if (dataset.phase !== phase) dataset.phase = phase;
  if (minutes >= MINUTES_BRIGHT) dataset.dim ??= "";
}
