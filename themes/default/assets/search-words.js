/* The words by which a text is found: the twin of src/persian/search.rs, rule by rule; a test of the built site holds the
   two against each other. Defines karnamehSearch.fold, .words and .stem; search-index.js and search.js build on it. */
var karnamehSearch = window.karnamehSearch || {};
(function (search) {
  "use strict";
  var ZWNJ = "\u200c";
  var ENDINGS = ("ها های هایی هایم هایت هایش هایمان هایتان هایشان ی ای ام ات اش ایم اید اند ایی م ت ش مان تان شان " +
    "تر تری ترین ترها ترهای را یی").split(" ");
  var BEGINNINGS = ["می", "نمی"];
  var STEM_LETTERS = 3;

  /* Diacritics, Koranic marks, direction marks and other letters without width; also tatweel and a lone hamza. */
  var GONE = new RegExp("[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8" +
    "\\u06ea-\\u06ed\\u061c\\u200b\\u200d-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u00ad\\ufeff\\u0640\\u0621]", "g");
  var LETTERS = { "ي": "ی", "ى": "ی", "ئ": "ی", "ې": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه", "ۂ": "ه",
    "أ": "ا", "إ": "ا", "ٱ": "ا", "آ": "ا", "ؤ": "و" };

  function joinWaw(text) {
    return text.replace(/[ئؤو]+و/g, "و");
  }

  search.fold = function (text) {
    return joinWaw(joinWaw(text).normalize("NFKC"))
      .replace(GONE, "")
      .replace(/[يىئېكةۀەۂأإٱآؤ]/g, function (letter) { return LETTERS[letter]; })
      .replace(/[۰-۹٠-٩]/g, function (digit) { return String(digit.charCodeAt(0) & 15); })
      .toLowerCase();
  };

  /* A term without an attached «ها» or «های», where three letters stay. */
  search.stem = function (term) {
    var ending = /های$/.test(term) ? 3 : /ها$/.test(term) ? 2 : 0;
    return Array.from(term).length - ending >= STEM_LETTERS ? term.slice(0, term.length - ending) : term;
  };

  function word(run) {
    var pieces = run.split(ZWNJ).filter(Boolean);
    if (!pieces.length) return null;
    var kept = pieces.filter(function (piece, at) {
      return !(at > 0 && ENDINGS.indexOf(piece) >= 0) && !(at < pieces.length - 1 && BEGINNINGS.indexOf(piece) >= 0);
    });
    var whole = pieces.join("");
    return { whole: whole, parts: kept.length ? kept : [whole] };
  }

  /* Cuts a text into words: {whole, parts}. */
  search.words = function (text) {
    return search.fold(text).split(/[^\p{Alphabetic}\p{N}\u200c]+/u).map(word).filter(Boolean);
  };

  /* The terms under which an index holds a word. */
  search.terms = function (word) {
    var terms = [];
    [word.whole, word.parts.join("")].concat(word.parts).forEach(function (term) {
      [term, search.stem(term)].forEach(function (form) {
        if (terms.indexOf(form) < 0) terms.push(form);
      });
    });
    return terms;
  };
})(karnamehSearch);
window.karnamehSearch = karnamehSearch;
