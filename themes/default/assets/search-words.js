/* The words by which a text is found: the twin of src/persian/search.rs, rule by rule; a test of the built site holds the
   two against each other. Defines karnamehSearch.fold, .words and .stem; search-index.js and search.js build on it. */
var karnamehSearch = window.karnamehSearch || {};
(function (search) {
  "use strict";
  var ZWNJ = "\u200c";
  var ENDINGS = ("ها های هایی هایم هایت هایش هایمان هایتان هایشان ی ای ام ات اش ایم اید اند ایی م ت ش مان تان شان " +
    "تر تری ترین ترها ترهای را یی").split(" ");
  var BEGINNINGS = ["می", "نمی"];
  /* Endings that people also write apart: «خانه ی ما», «کتاب ها». */
  var APART = "ی ای ها های هایی تر ترین".split(" ");
  var STEM_LETTERS = 3;
  /* Words that are written in two scripts. */
  var LOANWORDS = { email: "ایمیل", "ایمیل": "email" };

  /* Diacritics, Koranic marks, direction marks and other letters without width; also tatweel, a lone and a high hamza. */
  var GONE = new RegExp("[\\u0300-\\u036f\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u06d6-\\u06dc\\u06df-\\u06e4\\u06e7\\u06e8" +
    "\\u06ea-\\u06ed\\u061c\\u200b\\u200d-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\u00ad\\ufeff\\u0640\\u0621\\u0674]", "g");
  /* The letters of other keyboards, each list behind the Persian letter that they look like. */
  var LETTERS = {};
  ["ییىيېۍێےۓؠؽؾؿ", "ککكڪڬڭڮػؼ", "گګڰڱڲڳڴ", "ههةۀەۂہھۃۿ", "اأإٱآٲٳ", "وؤۄۅۆۇۈۉۊۋۏ", "تٹټٺ", "دڈډ", "رڑړڔڕ", "لڵڶ", "نںڻڼ"]
    .forEach(function (list) {
      list.split("").forEach(function (letter) { LETTERS[letter] = list[0]; });
    });

  /* Folds everything but the hamza on a tooth, which people write in several ways. */
  function foldLetters(text) {
    return text.normalize("NFKC")
      .replace(GONE, "")
      .replace(/[ئؤو]+و/g, "و")
      .replace(/[\u0600-\u06ff]/g, function (letter) { return LETTERS[letter] || letter; })
      .replace(/[۰-۹٠-٩]/g, function (digit) { return String(digit.charCodeAt(0) & 15); })
      .toLowerCase();
  }

  function plain(piece) {
    return piece.replace(/ئ/g, "ی");
  }

  search.fold = function (text) {
    return plain(foldLetters(text));
  };

  /* Puts a joiner for what stands inside of a word or a number: «e-mail», «1404-07-26», «1,200,000». */
  function joinParts(text) {
    return text.replace(/([a-z0-9])[-\u2010](?=[a-z0-9])/g, "$1" + ZWNJ)
      .replace(/([0-9])[٬,،](?=[0-9]{3}(?![0-9]))/g, "$1" + ZWNJ);
  }

  /* A word as others write it: a loanword in the other script, «ا» for «ئ» («مسأله»), none after «ا» («قراءت»). */
  function otherSpelling(word) {
    return LOANWORDS[word] || (/ئ/.test(word) ? word.replace(/ائ/g, "ا").replace(/ئ/g, "ا") : "");
  }

  /* A term without an attached «ها» or «های», where three letters stay. */
  search.stem = function (term) {
    var ending = /های$/.test(term) ? 3 : /ها$/.test(term) ? 2 : 0;
    return Array.from(term).length - ending >= STEM_LETTERS ? term.slice(0, term.length - ending) : term;
  };

  function word(run) {
    var pieces = run.split(ZWNJ).filter(Boolean);
    if (!pieces.length) return null;
    var kept = pieces.filter(function (typed, at) {
      var piece = plain(typed);
      return !(at > 0 && ENDINGS.indexOf(piece) >= 0) && !(at < pieces.length - 1 && BEGINNINGS.indexOf(piece) >= 0);
    });
    var whole = pieces.join("");
    var parts = kept.length ? kept : [whole];
    var others = [whole, parts.join("")].concat(parts).map(otherSpelling).filter(function (other, at, all) {
      return other && all.indexOf(other) === at;
    });
    return { whole: plain(whole), parts: parts.map(plain), others: others };
  }

  /* Cuts a text into words: {whole, parts, others}. */
  search.words = function (text) {
    return joinParts(foldLetters(text)).split(/[^\p{Alphabetic}\p{N}\u200c]+/u).map(word).filter(Boolean);
  };

  /* The words of a query: an ending that stands apart says nothing. */
  search.asked = function (text) {
    return search.words(text).filter(function (word, at) { return at === 0 || APART.indexOf(word.whole) < 0; });
  };

  /* The terms under which an index holds a word. */
  search.terms = function (word) {
    var terms = [];
    [word.whole, word.parts.join("")].concat(word.parts, word.others).forEach(function (term) {
      [term, search.stem(term)].forEach(function (form) {
        if (terms.indexOf(form) < 0) terms.push(form);
      });
    });
    return terms;
  };
})(karnamehSearch);
window.karnamehSearch = karnamehSearch;
