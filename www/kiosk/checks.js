// What an operator wants to know of this machine, looked at when they ask.

/** Writes outcomes and facts to their places on the operator's page. */
export async function report(host, { explorer, still, site, hasVoice, file }) {
  const known = await file;
  tell(host, "fact=file", known.digest || "—");
  const outcomes = { file: known.isWhole, text: isPublished(explorer, still), font: hasChinese(), voice: hasVoice(), public: site !== "" };
  for (const [test, isSound] of Object.entries(outcomes)) {
    const { sound, faulty, none } = host.querySelector(".tests")?.dataset ?? {};
    // File and text are there and may be false; all else is there or not.
    tell(host, `test=${test}`, isSound ? sound : /file|text/.test(test) ? faulty : none);
  }
}

function tell(host, place, text) {
  const element = host.querySelector(`[data-${place}]`);
  if (element) element.textContent = text;
}

/** Whether every sentence of the program is that of the text beside it, which came another way. */
function isPublished(explorer, still) {
  const { clauses } = explorer.search({});
  const printed = [...still.querySelectorAll(".s, .card .text")].map((sentence) => [...sentence.childNodes].filter((node) => node.className !== "number").map((node) => node.textContent).join(""));
  return clauses.length > 0 && clauses.length === printed.length && clauses.every(({ text }, n) => text === printed[n]);
}

/** Whether two characters look different: without a font for them every one is the same box. Unknown is taken for yes. */
export function hasChinese() {
  try {
    const [one, other] = ["民", "鼓"].map(drawn);
    return one !== other || one === drawn(" ");
  } catch {
    return true;
  }
}

function drawn(character) {
  const canvas = Object.assign(document.createElement("canvas"), { width: 40, height: 40 });
  const paper = canvas.getContext("2d", { willReadFrequently: true });
  paper.font = "32px sans-serif";
  paper.fillText(character, 2, 32);
  return paper.getImageData(0, 0, 40, 40).data.join();
}
