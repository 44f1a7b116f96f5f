// Marks all the words that an evidence link points at, not only the first: without this script the
// page still goes to the place.
(function () {
  function show() {
    document.querySelectorAll(".hit").forEach(function (it) { it.classList.remove("hit"); });
    var place = /^#(a\d+)\.(\d+)-(\d+)$/.exec(decodeURIComponent(location.hash));
    if (!place) return;
    var article = document.getElementById(place[1]);
    if (!article) return;
    var first = null;
    article.querySelectorAll("[data-b]").forEach(function (it) {
      var bytes = it.dataset.b.split("-");
      if (+bytes[0] >= +place[2] && +bytes[1] <= +place[3]) {
        it.classList.add("hit");
        first = first || it;
      }
    });
    if (!first) return;
    for (var up = first; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  }
  addEventListener("hashchange", show);
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(.chrome)").forEach(function (it) { it.open = true; });
  });
  show();
})();
