/* The search page: reads the form, asks the index, writes the results. Everything that it shows is text of a node, never
   markup; its sentences stand in the page's templates. Without it the page leads on by its lists. */
(function (search) {
  "use strict";
  var PAGE = 20;
  var form = document.getElementById("search");
  if (!form) return;
  var count = document.getElementById("results-count");
  var list = document.getElementById("results");
  var more = document.getElementById("more");
  var asked = 0;
  var state = { query: "", words: [], entries: [], shown: 0 };

  function digits(number) {
    return String(number).replace(/\B(?=(\d{3})+$)/g, "٬").replace(/\d/g, function (digit) {
      return String.fromCharCode(digit.charCodeAt(0) + 0x6c0);
    });
  }

  function template(id) {
    return document.getElementById(id).content.firstElementChild.cloneNode(true);
  }

  function say(id, values) {
    var text = document.getElementById(id).content.textContent.trim();
    count.textContent = text.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  /* ----- the address ----- */

  /* What the form holds is what the address says, and the other way round. */
  function toAddress() {
    var given = new URLSearchParams(new FormData(form));
    Array.from(given.keys()).forEach(function (name) { if (!given.get(name)) given.delete(name); });
    var query = given.toString();
    return location.pathname + (query ? "?" + query : "");
  }

  function fromAddress() {
    var given = new URLSearchParams(location.search);
    form.elements.q.value = given.get("q") || "";
    ["n", "s"].forEach(function (name) {
      form.elements[name].value = given.get(name) || "";
      if (form.elements[name].selectedIndex < 0) form.elements[name].value = "";
    });
    var domains = given.getAll("d");
    boxes().forEach(function (box) { box.checked = domains.indexOf(box.value) >= 0; });
  }

  /* Browsers may forbid it for pages that were opened from a disk; the search goes on all the same. */
  function remember(how) {
    try {
      history[how + "State"](null, "", toAddress());
    } catch (_) { /* the address stays as it is */ }
  }

  function boxes() {
    return Array.from(form.querySelectorAll("input[name=d]"));
  }

  /* ----- facets ----- */

  function positions(choices, keys) {
    return keys.map(function (key) {
      return choices.map(function (choice) { return choice.key; }).indexOf(key);
    });
  }

  /* By facet: the positions that are chosen; an empty list is all. */
  function chosen(manifest) {
    var one = function (name) { return form.elements[name].value ? [form.elements[name].value] : []; };
    return {
      n: positions(manifest.neighborhoods, one("n")),
      d: positions(manifest.domains, boxes().filter(function (box) { return box.checked; }).map(function (box) { return box.value; })),
      s: positions(manifest.states, one("s"))
    };
  }

  function passes(of, wanted, but) {
    return ["n", "d", "s"].every(function (name) {
      if (name === but || !wanted[name].length) return true;
      return wanted[name].some(function (at) { return [].concat(of[name]).indexOf(at) >= 0; });
    });
  }

  /* Writes how many results each choice would leave, the other facets as they are; without entries no counts. */
  function tell(manifest, entries, facets, wanted) {
    [["n", manifest.neighborhoods], ["d", manifest.domains], ["s", manifest.states]].forEach(function (facet) {
      var name = facet[0];
      var counts = facet[1].map(function () { return 0; });
      entries.forEach(function (entry) {
        if (!passes(facets[entry], wanted, name)) return;
        [].concat(facets[entry][name]).forEach(function (at) { if (at >= 0) counts[at] += 1; });
      });
      facet[1].forEach(function (choice, at) {
        label(name, choice, state.words.length ? digits(counts[at]) : "");
      });
    });
  }

  function label(name, choice, number) {
    if (name === "d") {
      boxes().filter(function (box) { return box.value === choice.key; }).forEach(function (box) {
        box.parentNode.querySelector("span").textContent = number;
      });
      return;
    }
    Array.from(form.elements[name].options || []).filter(function (of) { return of.value === choice.key; })
      .forEach(function (option) { option.textContent = choice.title + (number && " (" + number + ")"); });
  }

  /* ----- highlights ----- */

  var WORD = /[\p{L}\p{M}\p{N}\u0640\u200c\u200d\u00ad]+/gu;

  /* Whether a word of a text is one that was asked for, by any of its terms. */
  function isAsked(word) {
    return search.terms(word).some(function (term) {
      return state.words.some(function (asked) {
        return [asked.whole, search.stem(asked.whole)].concat(asked.parts, asked.others).some(function (form) {
          return term === form || (form.length > 2 && term.slice(0, form.length) === form);
        });
      });
    });
  }

  /* Puts a text into a node, the words asked for in <mark>; two words may be asked for as one. */
  function write(node, text) {
    var places = Array.from(text.matchAll(WORD)).map(function (match) {
      var words = search.words(match[0]);
      return { from: match.index, to: match.index + match[0].length, words: words, hit: words.some(isAsked) };
    });
    places.slice(1).forEach(function (place, at) {
      var before = places[at];
      var whole = function (of) { return of.words.map(function (word) { return word.whole; }).join(""); };
      var joined = whole(before) + whole(place);
      if (state.words.some(function (asked) { return asked.whole === joined; })) before.hit = place.hit = true;
    });
    var done = 0;
    places.filter(function (place) { return place.hit; }).forEach(function (place) {
      node.appendChild(document.createTextNode(text.slice(done, place.from)));
      var mark = document.createElement("mark");
      mark.textContent = text.slice(place.from, place.to);
      node.appendChild(mark);
      done = place.to;
    });
    node.appendChild(document.createTextNode(text.slice(done)));
  }

  /* ----- results ----- */

  function item(result) {
    var node = template("result");
    var part = function (name) { return node.querySelector("[data-part=" + name + "]"); };
    var link = part("link");
    link.setAttribute("href", result.address);
    write(link, result.title);
    if (!result.sample) part("sample").remove();
    if (result.snippet) write(part("snippet"), result.snippet); else part("snippet").remove();
    var place = result.neighborhoods.concat(result.domain || []).join("، ");
    part("meta").textContent = [result.kind, place, result.state].filter(Boolean).join(" · ");
    if (result.day) {
      part("meta").append(" · ");
      var time = document.createElement("time");
      time.dateTime = result.day[0];
      time.textContent = result.day[1];
      part("meta").appendChild(time);
    }
    return node;
  }

  /* Shows twenty more; `focus` moves to the first of them, so that the keyboard goes on from there. */
  function show(focus) {
    var from = state.shown;
    var next = state.entries.slice(from, from + PAGE);
    var mine = asked;
    return search.results(next).then(function (results) {
      if (mine !== asked) return;
      results.forEach(function (result) { list.appendChild(item(result)); });
      state.shown = from + results.length;
      more.hidden = state.shown >= state.entries.length;
      say(state.shown < state.entries.length ? "count-part" : "count-all",
        { count: digits(state.entries.length), shown: digits(state.shown), query: state.query });
      if (focus && list.children[from]) list.children[from].querySelector("a").focus();
    });
  }

  function clear() {
    list.textContent = "";
    more.hidden = true;
    var old = document.getElementById("nothing");
    if (old) old.remove();
    count.textContent = "";
  }

  function nothing() {
    var node = template("nothing-found");
    node.id = "nothing";
    list.after(node);
    say("count-none", { query: state.query });
  }

  function run() {
    asked += 1;
    var mine = asked;
    var query = form.elements.q.value.trim();
    var current = function () { return mine === asked; };
    document.title = (query ? query + " – " : "") + form.getAttribute("data-title");
    state = { query: query, words: search.asked(query), entries: [], shown: 0 };
    return search.opened.then(function (manifest) {
      if (!current()) return null;
      if (!state.words.length) {
        clear();
        tell(manifest, [], {}, chosen(manifest));
        return null;
      }
      return search.find(state.words).then(function (entries) {
        return search.facets(entries).then(function (facets) {
          if (!current()) return null;
          var wanted = chosen(manifest);
          tell(manifest, entries, facets, wanted);
          clear();
          state.entries = entries.filter(function (entry) { return passes(facets[entry], wanted, ""); });
          if (state.entries.length) return show(false);
          nothing();
          return null;
        });
      });
    }).catch(function () {
      if (!current()) return;
      clear();
      say("count-failed", {});
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    remember("push");
    run();
  });
  form.addEventListener("change", function (event) {
    if (event.target.name === "q") return;
    remember("replace");
    run();
  });
  more.addEventListener("click", function () { show(true); });
  window.addEventListener("popstate", function () {
    fromAddress();
    run();
  });
  fromAddress();
  run();
})(window.karnamehSearch);
