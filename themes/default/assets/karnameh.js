/* Sorting of tables marked data-sort. The page is whole without it: it only adds buttons to the heads and moves rows.
   data-sort names the icons of the buttons; a row of class rule-row and all rows below it stay where they are. */
(function () {
  "use strict";
  var collator = new Intl.Collator("fa", { numeric: true });

  /* «۵۸٪», «−۱۷», «۱٬۲۰۰» and «۴٫۵» as numbers; a day by its datetime; anything else as text; nothing, «—» and «؟» last. */
  function value(cell) {
    var day = cell.querySelector("time");
    if (day) return { text: day.getAttribute("datetime") };
    var given = cell.getAttribute("data-value");
    var text = (given === null ? cell.textContent : given).replace(/[\u061c\u200e\u200f\u2066-\u2069]/g, "").trim();
    if (text === "" || text === "—" || text === "؟") return null;
    var plain = text.replace(/[۰-۹]/g, function (d) { return d.charCodeAt(0) - 0x6f0; })
      .replace(/٬/g, "").replace(/٫/g, ".").replace(/−/g, "-").replace(/٪$/, "");
    return /^[+-]?\d+(\.\d+)?$/.test(plain) ? { number: Number(plain) } : { text: text };
  }

  function compare(a, b) {
    if ("number" in a && "number" in b) return a.number - b.number;
    if ("number" in a) return -1;
    if ("number" in b) return 1;
    return collator.compare(a.text, b.text);
  }

  function sort(table, column, down) {
    var body = table.tBodies[0];
    var rows = Array.prototype.slice.call(body.rows);
    var rule = rows.findIndex(function (row) { return row.classList.contains("rule-row"); });
    var moving = rule < 0 ? rows : rows.slice(0, rule);
    var stop = rule < 0 ? null : rows[rule];
    moving.map(function (row, at) { return { row: row, at: at, value: value(row.cells[column]) }; })
      .sort(function (a, b) {
        if (!a.value || !b.value) return a.value ? -1 : b.value ? 1 : a.at - b.at;
        return (down ? compare(b.value, a.value) : compare(a.value, b.value)) || a.at - b.at;
      })
      .forEach(function (entry) { body.insertBefore(entry.row, stop); });
  }

  function icon(button, id) {
    button.querySelector("use").setAttribute("href", id);
  }

  function prepare(table) {
    var icons = table.getAttribute("data-sort").split(/\s+/);
    if (icons.length < 2 || !table.tHead || !table.tBodies.length) return;
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (head.hasAttribute("data-unsorted") || head.querySelector("a, button")) return;
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      while (head.firstChild) button.appendChild(head.firstChild);
      var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      svg.setAttribute("class", "icon");
      svg.setAttribute("viewBox", "0 0 20 20");
      svg.setAttribute("aria-hidden", "true");
      svg.appendChild(document.createElementNS("http://www.w3.org/2000/svg", "use"));
      button.appendChild(svg);
      head.appendChild(button);
      var order = head.getAttribute("aria-sort");
      icon(button, order ? icons[1] : icons[0]);
      button.addEventListener("click", function () {
        /* Numbers are first sorted from the largest, names from the first letter. */
        var first = table.tBodies[0].querySelector("tr:not(.rule-row)");
        var number = first && first.cells[column] && first.cells[column].classList.contains("num");
        var was = head.getAttribute("aria-sort");
        var down = was ? was === "ascending" : number;
        heads.forEach(function (other) {
          other.removeAttribute("aria-sort");
          var of = other.querySelector(".sort");
          if (of) icon(of, icons[0]);
        });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        icon(button, icons[1]);
        sort(table, column, down);
      });
    });
  }

  document.querySelectorAll("table[data-sort]").forEach(prepare);
})();
