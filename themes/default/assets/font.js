/* Runs before anything is drawn: the page waits for its font, at most 800 ms, so that nothing moves under the reader's
   eyes. A font that is later still serves from the next page on. Without scripts a stand-in of the same width is swapped. */
(function () {
  "use strict";
  var root = document.documentElement.classList;
  if (!document.fonts || !document.fonts.load) return;
  root.add("font-waits");
  var late = setTimeout(function () {
    root.add("font-late");
    root.remove("font-waits");
  }, 800);
  function go() {
    clearTimeout(late);
    root.remove("font-waits");
  }
  document.fonts.load("1em Vazirmatn", "آ").then(go, go);
})();
