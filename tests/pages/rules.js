// What html-validate asks of a page. Read by judges.js. Everything it recommends, but for what is said here.
export default {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  elements: [
    "html5",
    // The standard wants whole numbers, every engine takes percentages, and a code for somebody's article has no sheet
    // that could say the same where its policy forbids inline style.
    { iframe: { attributes: { width: { enum: ["/^[0-9]+%?$/"] } } } },
  ],
  rules: {
    // The sources write it in lower case, as the standard allows.
    "doctype-style": ["error", { style: "lowercase" }],
    // Ids are routes (`/read/m5s3`), so that a link finds its sentence where no script runs. The standard forbids only space.
    "valid-id": ["error", { relaxed: true }],
    // A list of what a sentence is about has a name, which is allowed and is read out.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // Browsers from before 2023 know the role and not the element.
    "no-redundant-role": "off",
    // The contents have a heading of their own, and stand before the text and its title.
    "heading-level": ["error", { minInitialRank: "h2" }],
    // Its own files are as trustworthy as the page, and the samples' site is the newsroom's own; some say the hash all the same.
    "require-sri": "off",
    // On a kiosk's page what is written is searched at once; its form has nothing to send.
    "wcag/h32": "off",
    // What is switched on and off is a link, because each state has an address and must be had without a script.
    "prefer-native-element": ["error", { exclude: ["button"] }],
  },
};
