// Opens the words behind a finding beside it, in their paragraph. Without this script a link goes to
// the article further down the page.
(function () {
  var drawer = document.getElementById("drawer"), passage = drawer.querySelector(".passage");
  var from = null;

  function place(hash) {
    var found = /^#(a\d+)\.(\d+)-(\d+)$/.exec(decodeURIComponent(hash || ""));
    var article = found && document.getElementById(found[1]);
    return article && { article: article, hash: found[0], start: +found[2], end: +found[3] };
  }

  function pieces(root, it) {
    return Array.prototype.filter.call(root.querySelectorAll("[data-b]"), function (piece) {
      var bytes = piece.dataset.b.split("-");
      return +bytes[0] >= it.start && +bytes[1] <= it.end;
    });
  }

  function mark(root, it) {
    var found = pieces(root, it);
    found.forEach(function (piece) { piece.classList.add("hit"); });
    return found;
  }

  // Goes to the words in the article itself.
  function show() {
    document.querySelectorAll("main .hit").forEach(function (it) { it.classList.remove("hit"); });
    var it = place(location.hash), first = it && mark(it.article, it)[0];
    if (!first) return;
    close();
    for (var up = first; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView({ block: "center" });
  }

  // Lays the paragraph with the words, and those around it, into the drawer.
  function open(it, link) {
    var lines = Array.prototype.slice.call(it.article.querySelectorAll("p:not(.meta)"));
    var first = pieces(it.article, it)[0];
    if (!first) return false;
    var last = pieces(it.article, it).pop();
    var a = lines.indexOf(first.closest("p")), b = lines.indexOf(last.closest("p"));
    passage.textContent = "";
    lines.slice(Math.max(0, a - 1), b + 2).forEach(function (line) {
      var copy = line.cloneNode(true);
      copy.querySelectorAll("[id]").forEach(function (anchor) { anchor.remove(); });
      passage.appendChild(copy);
    });
    var hit = mark(passage, it)[0];
    drawer.querySelector("h2").textContent = it.article.querySelector("h3").textContent;
    drawer.querySelector(".day").textContent = it.article.querySelector(".day").textContent;
    drawer.querySelector(".bytes").textContent = "bytes " + it.start + "–" + it.end;
    var whole = drawer.querySelector(".whole");
    whole.href = it.hash;
    // The page grows narrower; the link stays where the eye is.
    var top = link.getBoundingClientRect().top;
    drawer.hidden = false;
    document.body.classList.add("beside");
    scrollBy({ top: link.getBoundingClientRect().top - top, behavior: "instant" });
    if (from) from.classList.remove("opened");
    (from = link).classList.add("opened");
    hit.scrollIntoView({ block: "nearest" });
    drawer.querySelector("button").focus({ preventScroll: true });
    return true;
  }

  function close() {
    drawer.hidden = true;
    document.body.classList.remove("beside");
    if (!from) return;
    from.classList.remove("opened");
    from.focus({ preventScroll: true });
    from = null;
  }

  addEventListener("click", function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var link = event.target.closest && event.target.closest("main a, header.top a");
    var it = link && place(link.getAttribute("href"));
    if (it && open(it, link)) event.preventDefault();
  });
  addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !drawer.hidden) close();
  });
  drawer.querySelector("button").addEventListener("click", close);
  addEventListener("hashchange", show);
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(.chrome)").forEach(function (it) { it.open = true; });
  });
  show();
})();
