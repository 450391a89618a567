// Runs before anything is drawn; the stylesheet reads what it writes. Classic, blocking and in the oldest JavaScript, so
// that it runs in every browser: it tells where the page's own script does not (docs/hosting.md).
(function (page) {
  var mode = /[?&]mode=(elder|kiosk)(?:&|$)/.exec(location.hash);
  // Without a script the page is static, and says so itself. From here on it waits for the page's script.
  page.setAttribute("data-state", "waiting");
  // The static page shows the default view. A link to another view keeps it unseen until the live page is there.
  // Another language has other words in the head too.
  if (/^#\/(?!explore$)/.test(location.hash)) page.setAttribute("data-pending", /[?&]lang=/.test(location.hash) ? "lang" : "");
  // Large type is there from the start: what grows later would move under the reader's eyes.
  if (mode) page.setAttribute("data-mode", mode[1]);
  // Module scripts have run by now. One that is missing, cut off, refused or not understood has not, and cannot say so.
  document.addEventListener("DOMContentLoaded", function () {
    if (!page.hasAttribute("data-state")) return;
    page.setAttribute("data-state", "static");
    page.removeAttribute("data-pending");
    // What stood above the place that a link names has changed.
    if (location.hash) location.replace(location.hash);
  });
})(document.documentElement);
