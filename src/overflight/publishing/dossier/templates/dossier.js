(function () {
  "use strict";
  var d = document, root = d.documentElement;
  root.classList.add("scripted");
  function all(css, within) { return Array.prototype.slice.call((within || d).querySelectorAll(css)); }

  /* what a claim's words, its finding and its flight have in common lights up together */
  function light(on, key, value) {
    all("[data-c],[data-ev]").forEach(function (e) {
      var has = (e.getAttribute(key) || "").split(" ").indexOf(value) >= 0;
      if (has) { e.classList.toggle("lit", on); }
    });
  }
  ["mouseover", "mouseout"].forEach(function (kind) {
    d.addEventListener(kind, function (event) {
      var e = event.target.closest && event.target.closest("[data-c],[data-ev]");
      if (!e) { return; }
      var key = e.hasAttribute("data-ev") ? "data-ev" : "data-c";
      e.getAttribute(key).split(" ").forEach(function (v) { light(kind === "mouseover", key, v); });
    });
  });

  /* the map: buttons to zoom, drag to move */
  var map = d.querySelector("svg.map");
  if (map) {
    var box = map.viewBox.baseVal, home = [box.x, box.y, box.width, box.height], drag = null;
    var bar = d.createElement("p");
    bar.className = "zoombar";
    [["+", "Zoom in", 0.7], ["\u2212", "Zoom out", 1 / 0.7], ["whole map", "Show the whole map", 0]].forEach(function (b) {
      var button = d.createElement("button");
      button.type = "button";
      button.textContent = b[0];
      button.setAttribute("aria-label", b[1]);
      button.addEventListener("click", function () {
        if (!b[2]) { set(home[0], home[1], home[2], home[3]); return; }
        var w = Math.min(home[2], box.width * b[2]), h = w * home[3] / home[2];
        set(box.x + (box.width - w) / 2, box.y + (box.height - h) / 2, w, h);
      });
      bar.appendChild(button);
    });
    map.parentNode.parentNode.insertBefore(bar, map.parentNode);
    var set = function (x, y, w, h) {
      box.x = Math.max(0, Math.min(home[2] - w, x));
      box.y = Math.max(0, Math.min(home[3] - h, y));
      box.width = w;
      box.height = h;
      map.classList.toggle("zoomed", w < home[2]);
    };
    map.addEventListener("pointerdown", function (e) { if (box.width < home[2]) { drag = [e.clientX, e.clientY, box.x, box.y]; } });
    d.addEventListener("pointerup", function () { drag = null; });
    d.addEventListener("pointermove", function (e) {
      if (!drag) { return; }
      var k = box.width / map.clientWidth;
      set(drag[2] - (e.clientX - drag[0]) * k, drag[3] - (e.clientY - drag[1]) * k, box.width, box.height);
    });
  }

  /* a word filter on the findings */
  var table = d.getElementById("findings-table");
  if (table) {
    var label = d.createElement("label"), field = d.createElement("input");
    label.className = "search";
    label.textContent = "Find in claims ";
    field.type = "search";
    field.autocomplete = "off";
    label.appendChild(field);
    table.parentNode.insertBefore(label, table);
    field.addEventListener("input", function () {
      var wanted = field.value.toLowerCase();
      all("tbody tr", table).forEach(function (row) {
        row.hidden = wanted !== "" && row.textContent.toLowerCase().indexOf(wanted) < 0;
      });
    });
  }

  /* a link into a folded part opens it; paper shows all */
  function open() {
    var target = location.hash && d.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var e = target; e; e = e.parentElement) { if (e.tagName === "DETAILS") { e.open = true; } }
    if (target) { target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", open);
  open();
  window.addEventListener("beforeprint", function () { all("details").forEach(function (e) { e.open = true; }); });
}());
