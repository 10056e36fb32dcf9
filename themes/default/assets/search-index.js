/* Asks the index: loads the files that a query needs and finds the entries. The files call karnamehSearch.open (the
   manifest) and .take (shards of terms "t", results "d", facets "f"); how they are written stands in src/search/.
   A file is a classic script, since that is all that a page opened from a disk may load, and its address is relative to
   the manifest's own. */
(function (search) {
  "use strict";
  var PREFIX_LETTERS = 3;
  var base = "";
  var manifest = null;
  var opened = new Promise(function (resolve) {
    search.open = function (given) {
      manifest = given;
      base = document.currentScript.src;
      resolve(given);
    };
  });
  search.opened = opened;

  /* Files: each is loaded once; one that failed may be asked for again. */
  var files = {};
  var taken = {};
  search.take = function (letter, number, content) {
    taken[letter + number] = content;
  };

  function load(letter, number) {
    var name = letter + number;
    if (!files[name]) {
      files[name] = new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = new URL(name + "." + manifest.hashes[letter][number] + ".js", base).href;
        script.onload = function () { resolve(taken[name]); };
        script.onerror = function () { delete files[name]; script.remove(); reject(new Error(name)); };
        document.head.appendChild(script);
      });
    }
    return files[name];
  }

  /* Numbers in base 64, five bits a letter, the lowest first. */
  var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  var VALUES = {};
  LETTERS.split("").forEach(function (letter, value) { VALUES[letter] = value; });

  function numbers(code) {
    var all = [];
    var number = 0;
    var shift = 0;
    for (var at = 0; at < code.length; at += 1) {
      var value = VALUES[code[at]];
      number |= (value & 31) << shift;
      shift += 5;
      if (value < 32) {
        all.push(number);
        number = shift = 0;
      }
    }
    return all;
  }

  /* The terms that begin with `start`, or are it: {term: postings as written}. A list may go on in the next shard. */
  function lists(start, prefix) {
    var firsts = manifest.firsts;
    var at = 0;
    var end = firsts.length;
    while (at < end) {
      var middle = (at + end) >> 1;
      if (firsts[middle] < start) at = middle + 1; else end = middle;
    }
    var from = Math.max(at - 1, 0);
    var wanted = [];
    for (at = from; at < firsts.length; at += 1) {
      if (at > from && !(prefix ? firsts[at].slice(0, start.length) === start : firsts[at] === start)) break;
      wanted.push(load("t", at));
    }
    return Promise.all(wanted).then(function (shards) {
      var found = {};
      shards.forEach(function (shard) {
        var words = shard.split(" ");
        for (var word = 0; word < words.length; word += 2) {
          var term = words[word];
          if (prefix ? term.slice(0, start.length) === start : term === start) {
            found[term] = (found[term] || "") + words[word + 1];
          }
        }
      });
      return found;
    });
  }

  /* A hit is a Map from an entry to how good it is: in the title before in the text, the very word before its beginning. */
  function hits(term, prefix) {
    return lists(term, prefix && Array.from(term).length >= PREFIX_LETTERS).then(function (found) {
      var hit = new Map();
      Object.keys(found).forEach(function (name) {
        var entry = 0;
        numbers(found[name]).forEach(function (posting) {
          entry += posting >> 1;
          raise(hit, entry, (posting & 1 ? 2 : 0) + (name === term ? 1 : 0));
        });
      });
      return hit;
    });
  }

  function raise(hit, entry, good) {
    var known = hit.get(entry);
    if (known === undefined || known < good) hit.set(entry, good);
  }

  function either(all) {
    var union = new Map();
    all.forEach(function (hit) {
      hit.forEach(function (good, entry) { raise(union, entry, good); });
    });
    return union;
  }

  function both(all) {
    var first = all[0];
    var meet = new Map();
    first.forEach(function (good, entry) {
      var sum = 0;
      if (all.every(function (hit) {
        var of = hit.get(entry);
        sum += of || 0;
        return of !== undefined;
      })) meet.set(entry, sum);
    });
    return meet;
  }

  /* A word: itself, or its meaning parts as one, or either without an attached ending, or another spelling. Where nobody writes it so, the
     parts apart: those that the reader parted, else any two that are words. */
  function ofWord(word) {
    var joined = word.parts.join("");
    var forms = [joined, search.stem(word.whole), search.stem(joined)].concat(word.others).filter(function (form, at, all) {
      return form !== word.whole && all.indexOf(form) === at;
    });
    return Promise.all([hits(word.whole, true)].concat(forms.map(function (form) { return hits(form, false); })))
      .then(either)
      .then(function (hit) { return hit.size ? hit : apart(word); });
  }

  function apart(word) {
    if (word.parts.length > 1) {
      return Promise.all(word.parts.map(function (part) { return ofWord({ whole: part, parts: [part], others: [] }); })).then(both);
    }
    var letters = Array.from(word.whole);
    var halves = [];
    for (var at = 2; at + 2 <= letters.length; at += 1) {
      halves.push([letters.slice(0, at).join(""), letters.slice(at).join("")]);
    }
    return Promise.all(halves.map(function (pair) {
      return Promise.all(pair.map(function (half) { return hits(half, false); })).then(both);
    })).then(either);
  }

  /* All entries that have every word of the query, the best first; two words that stand side by side may be one. */
  search.find = function (words) {
    return opened.then(function () {
      var alone = words.map(ofWord);
      var pairs = words.slice(1).map(function (word, at) { return hits(words[at].whole + word.whole, false); });
      return Promise.all([Promise.all(alone), Promise.all(pairs)]);
    }).then(function (found) {
      var each = found[0].map(function (hit, at) {
        return either([hit].concat(found[1].slice(Math.max(at - 1, 0), at + 1)));
      });
      var meet = both(each);
      return Array.from(meet.keys()).sort(function (a, b) { return meet.get(b) - meet.get(a) || a - b; });
    });
  };

  /* What each of the entries belongs to: {entry: {n: [neighborhood …], d: domain, s: state}}, these two -1 for none. */
  search.facets = function (entries) {
    var columns = {};
    entries.forEach(function (entry) { columns[Math.floor(entry / manifest.column)] = true; });
    var wanted = Object.keys(columns).map(Number);
    return Promise.all(wanted.map(function (number) { return load("f", number); })).then(function (codes) {
      var facets = {};
      codes.forEach(function (code, at) {
        var entry = wanted[at] * manifest.column;
        var all = numbers(code);
        for (var read = 0; read < all.length; entry += 1) {
          var count = all[read];
          facets[entry] = { n: all.slice(read + 1, read + 1 + count), d: all[read + count + 1] - 1, s: all[read + count + 2] - 1 };
          read += count + 3;
        }
      });
      return facets;
    });
  };

  /* The entries as results show them, in the order asked. */
  search.results = function (entries) {
    return Promise.all(entries.map(function (entry) {
      return load("d", Math.floor(entry / manifest.block)).then(function (rows) {
        var row = rows[entry % manifest.block];
        return {
          title: row[0],
          address: row[1],
          kind: manifest.kinds[row[2]],
          neighborhoods: row[3].map(function (at) { return manifest.neighborhoods[at].title; }),
          domain: row[4] === null ? "" : manifest.domains[row[4]].title,
          state: row[5] === null ? "" : manifest.states[row[5]].title,
          day: row[6],
          snippet: row[7],
          sample: row[8] === 1
        };
      });
    }));
  };
})(window.karnamehSearch);
