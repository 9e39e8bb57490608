// Search in the pages of a course. What is looked through comes as scripts, which a page may load from a disk.
//
// 1. What a reader types is divided into words (`query`), by the rules of `SearchWords.swift`.
// 2. For each word the passages are looked up in which it stands (`places`).
// 3. Passages in which all words stand are put in order (`ranked`); TeX, quoted words and long words of scripts
//    without spaces are looked for in their texts as they were typed (`holds`).
// 4. The best are shown with what was found in them (`show`).
window.lecternSearch ??= (() => {
  "use strict";

  const most = 20;
  const mostOfPage = 3;

  // --- Words -----------------------------------------------------------------------------------------------

  const unspaced =
    "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30ff\\u31f0-\\u31ff" +
    "\\uff66-\\uff9f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
  const pattern = new RegExp(
    `(\\\\[A-Za-z]+)|\\\\[^]|([${unspaced}]+)` +
      `|((?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+)|((?![\\0-\\x7f])\\p{Sm})`,
    "gu",
  );
  const spellings = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ",
  };

  const folded = (word) =>
    word.normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670]/g, "")
      .replace(/[ßæœøłđðþıς]/g, (letter) => spellings[letter]).normalize("NFC");
  const cut = (word) => (word.length > 64 ? [...word].slice(0, 64).join("") : word);

  // The words of a text, each with its place. What a reader asks for is not divided as far as what is found.
  const words = (text, isAsked) => {
    const found = [];
    const add = (word, start, end) => found.push({ word, start, end });
    for (const match of text.matchAll(pattern)) {
      const [raw, command, run, word, sign] = match;
      const start = match.index;
      const end = start + raw.length;
      if (command || sign) add(cut(raw), start, end);
      if (run) {
        const signs = [...run];
        let at = start;
        signs.forEach((sign, index) => {
          const pair = sign + (signs[index + 1] ?? "");
          const isLast = index + 1 === signs.length;
          if (!isAsked || !isLast || index === 0) add(folded(pair), at, at + pair.length);
          at += sign.length;
        });
      }
      if (word) {
        add(folded(cut(word)), start, end);
        if (isAsked) continue;
        let at = start;
        word.split(/(?<=[a-z0-9])(?=[A-Z])/).forEach((part, index) => {
          if (index > 0) add(folded(cut(part)), at, at + part.length);
          at += part.length;
        });
      }
    }
    return found;
  };

  // Signs and letters as a page shows them, by their names in TeX.
  const names = {};
  const letters =
    "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ " +
    "mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ " +
    "Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ oint ∮ infty ∞ " +
    "in ∈ notin ∉ ni ∋ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ equiv ≡ sim ∼ simeq ≃ cong ≅ propto ∝ to → " +
    "rightarrow → leftarrow ← Rightarrow ⇒ implies ⟹ iff ⟺ leftrightarrow ↔ mapsto ↦ times × cdot ⋅ cdot · div ÷ " +
    "pm ± mp ∓ sqrt √ subset ⊂ subseteq ⊆ supset ⊃ supseteq ⊇ cup ∪ cap ∩ setminus ∖ emptyset ∅ forall ∀ exists ∃ " +
    "neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ otimes ⊗ oplus ⊕ circ ∘ ell ℓ langle ⟨ rangle ⟩ top ⊤ bot ⊥ perp ⊥ " +
    "parallel ∥ mid ∣ hbar ℏ dagger † ldots … cdots ⋯";
  const pairs = letters.split(" ");
  for (let at = 0; at < pairs.length; at += 2) {
    (names[pairs[at + 1]] ??= []).push("\\" + pairs[at]);
    if (/\p{L}/u.test(pairs[at + 1])) (names[pairs[at].toLowerCase()] ??= []).push("\\" + pairs[at]);
  }
  // What a page writes as it is called.
  const functions =
    "arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim liminf limsup ln log max " +
    "min sec sin sinh sup tan tanh";
  for (const name of functions.split(" ")) (names[name] ??= []).push("\\" + name);

  // Other ways to write a word: TeX for its letters, and an umlaut for two letters.
  const alternatives = (word, raw) => {
    const others = new Set([...(names[raw] ?? []), ...(names[word] ?? [])]);
    if (/[aou]e/.test(word)) others.add(word.replace(/([aou])e/g, "$1"));
    return [...others];
  };

  const query = (text) => {
    const asked = words(text.replaceAll('"', " "), true).map(({ word, start, end }) => ({
      word,
      raw: text.slice(start, end),
    }));
    const last = asked.at(-1);
    const seen = new Set();
    const terms = [];
    for (const term of asked) {
      if (seen.has(term.word)) continue;
      seen.add(term.word);
      const isCommand = term.word.startsWith("\\");
      terms.push({
        word: term.word,
        others: isCommand ? [] : alternatives(term.word, term.raw),
        isPrefix: term === last || (!isCommand && term.word.length > 2),
      });
    }
    return { terms, needles: needles(text) };
  };

  // What must stand in a text as it was typed.
  const needles = (text) => {
    const found = [];
    const rest = text.replace(/"([^"]+)"/g, (_, words) => {
      found.push({ text: plain(words).text.trim() });
      return " ";
    });
    let tex = "";
    for (const piece of rest.split(/\s+/)) {
      if (!tex && !/[\\{}^_]/.test(piece)) {
        for (const run of piece.match(new RegExp(`[${unspaced}]{3,}`, "gu")) ?? []) {
          found.push({ text: plain(run).text });
        }
        continue;
      }
      tex += piece;
      // What a brace holds belongs to it, with its spaces.
      const isOpen = (tex.match(/{/g) ?? []).length > (tex.match(/}/g) ?? []).length;
      if (isOpen) continue;
      found.push({ tex });
      tex = "";
    }
    if (tex) found.push({ tex });
    return found.filter((needle) => needle.text || needle.tex);
  };

  // A text without what does not count, and where each character of it comes from.
  const plain = (text) => {
    let result = "";
    const origins = [];
    let at = 0;
    for (const sign of text) {
      const bare = /\s/.test(sign) ? " " : folded(sign);
      for (let count = 0; count < bare.length; count += 1) origins.push(at);
      result += bare;
      at += sign.length;
    }
    origins.push(at);
    return { text: result, origins };
  };
  const dense = (text) => {
    let result = "";
    const origins = [];
    for (let at = 0; at < text.length; at += 1) {
      if (/[\s\u0002\u0003]/.test(text[at])) continue;
      result += text[at];
      origins.push(at);
    }
    origins.push(text.length);
    return { text: result, origins };
  };

  // Where needles stand in a text; `undefined` where one does not.
  const holds = (needles, text) => {
    const ranges = [];
    for (const needle of needles) {
      const hay = needle.tex ? dense(text) : plain(text);
      const sought = needle.tex ?? needle.text;
      const at = hay.text.indexOf(sought);
      if (at < 0) return undefined;
      ranges.push({ start: hay.origins[at], end: hay.origins[at + sought.length - 1] + 1 });
    }
    return ranges;
  };

  // --- Files -----------------------------------------------------------------------------------------------

  let folder = "";
  let digest = "";
  const loads = new Map();
  const takers = new Map();

  const take = (name, value) => takers.get(name)?.(value);
  const load = (name, read = (value) => value) => {
    if (!loads.has(name)) {
      loads.set(name, new Promise((done, fail) => {
        const script = document.createElement("script");
        takers.set(name, (value) => done(read(value)));
        script.src = `${folder}${name}.js${digest}`;
        script.onload = () => script.remove();
        script.onerror = () => {
          script.remove();
          loads.delete(name);
          fail(new Error(script.src));
        };
        document.head.append(script);
      }));
    }
    return loads.get(name);
  };
  const head = () => load("index", (value) => {
    digest = `?${value.digest}`;
    return value;
  });
  const table = (value) => {
    const lines = value.split("\n");
    lines.pop();
    return lines.map((line) => {
      const space = line.indexOf(" ");
      return { word: line.slice(0, space), places: line.slice(space + 1) };
    });
  };

  // The last of some values in order that is not behind another; 0 where all are.
  const lastUpTo = (values, value) => {
    let [low, high] = [0, values.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  };

  const page = async (number) => {
    const { texts } = await head();
    const file = lastUpTo(texts, number);
    const pages = await load(`texts-${file}`);
    const [address, title, passages] = pages[number - texts[file]];
    return { address, title, passages };
  };

  // --- Places ----------------------------------------------------------------------------------------------

  const digits = new Map(
    [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].map((digit, value) =>
      [digit.charCodeAt(0), value]),
  );
  const values = new Int8Array(128);
  for (const [code, value] of digits) values[code] = value;

  // For what a place counts: text, statement, heading, title.
  const weights = [1, 3, 9, 27];

  // Calls back with page, passage and weight for each place.
  const each = (places, found) => {
    let at = 0;
    const number = () => {
      let value = 0;
      for (let shift = 0; ; shift += 5) {
        const digit = values[places.charCodeAt(at)];
        at += 1;
        value |= (digit & 31) << shift;
        if (digit < 32) return value;
      }
    };
    let page = 0;
    while (at < places.length) {
      page += number();
      let passage = 0;
      for (let isLast = false; !isLast;) {
        const entry = number();
        passage += entry >> 3;
        isLast = (entry & 1) === 1;
        found(page, passage, weights[(entry >> 1) & 3]);
      }
    }
  };

  // The passages of a term: pages, and in each the passages with what the term counts there.
  const places = async (term) => {
    const { words: starts } = await head();
    const found = new Map();
    if (!starts.length) return found;
    const look = async (word, isPrefix) => {
      const first = lastUpTo(starts, word);
      let end = first + 1;
      if (isPrefix) while (end < starts.length && starts[end].startsWith(word)) end += 1;
      const files = [];
      for (let file = first; file < end; file += 1) files.push(load(`words-${file}`, table));
      for (const lines of await Promise.all(files)) {
        let [low, high] = [0, lines.length];
        while (low < high) {
          const middle = (low + high) >> 1;
          if (lines[middle].word < word) low = middle + 1;
          else high = middle;
        }
        for (; low < lines.length; low += 1) {
          const line = lines[low];
          if (isPrefix ? !line.word.startsWith(word) : line.word !== word) break;
          const factor = line.word === word ? 2 : 1;
          each(line.places, (page, passage, weight) => {
            let passages = found.get(page);
            if (!passages) found.set(page, (passages = new Map()));
            const score = factor * weight;
            if (!(passages.get(passage) >= score)) passages.set(passage, score);
          });
        }
      }
    };
    await Promise.all([
      look(term.word, term.isPrefix), ...term.others.map((other) => look(other, false)),
    ]);
    return found;
  };

  // --- Order -----------------------------------------------------------------------------------------------

  const titleScore = 27;

  // The passages that have all terms, the best first. A page's title counts for all of its passages; where the
  // terms are spread over a page, its best passage comes behind all others.
  const ranked = async (terms) => {
    const found = await Promise.all(terms.map(places));
    if (!found.length) return [];
    const fewest = found.reduce((one, other) => (other.size < one.size ? other : one));
    const results = [];
    for (const page of fewest.keys()) {
      const lists = found.map((pages) => pages.get(page));
      if (lists.some((list) => !list)) continue;
      const passages = new Set(lists.flatMap((list) => [...list.keys()]));
      const ofPage = [];
      for (const passage of passages) {
        let score = 0;
        let missing = 0;
        for (const list of lists) {
          const here = list.get(passage);
          if (here) score += here;
          else if (list.get(0) >= titleScore) score += 2;
          else missing += 1;
        }
        ofPage.push({ page, passage, score, missing });
      }
      ofPage.sort((one, other) => one.missing - other.missing || other.score - one.score);
      const whole = ofPage.filter((result) => !result.missing);
      if (!whole.length) ofPage[0].score /= 100;
      results.push(...(whole.length ? whole.slice(0, mostOfPage) : ofPage.slice(0, 1)));
    }
    return results.sort((one, other) =>
      other.score - one.score || one.page - other.page || one.passage - other.passage);
  };

  // --- Showing ---------------------------------------------------------------------------------------------

  const element = (name, attributes, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };

  // Where a text has what was asked for.
  const matches = (text, terms, exact) => {
    const ranges = [...exact];
    for (const { word, start, end } of words(text, false)) {
      for (const term of terms) {
        if (word === term.word || term.others.includes(word)) ranges.push({ start, end });
        else if (term.isPrefix && word.startsWith(term.word)) {
          // Where letters are written otherwise, their number is another.
          const isPlain = word.length === end - start;
          ranges.push({ start, end: isPlain ? start + term.word.length : end });
        }
      }
    }
    ranges.sort((one, other) => one.start - other.start || other.end - one.end);
    return ranges;
  };

  // A text with its formulas and with marks.
  const marked = (text, ranges, from, to) => {
    const nodes = [];
    let at = from;
    let isFormula = (text.slice(0, from).lastIndexOf("\u0002") > text.slice(0, from).lastIndexOf("\u0003"));
    const write = (end, isMarked) => {
      for (const part of text.slice(at, end).split(/([\u0002\u0003])/)) {
        if (part === "\u0002" || part === "\u0003") isFormula = part === "\u0002";
        else if (part) {
          const inner = isMarked ? element("mark", {}, part) : part;
          nodes.push(isFormula ? element("code", {}, inner) : inner);
        }
      }
      at = Math.max(at, end);
    };
    for (const range of ranges) {
      if (range.end <= at || range.start >= to) continue;
      write(Math.max(range.start, at), false);
      write(Math.min(range.end, to), true);
    }
    write(to, false);
    return nodes;
  };

  const excerpt = (text, ranges) => {
    const [before, length] = [50, 190];
    // What was looked for as it was typed is what the reader wants to see.
    const first = ranges.find((range) => range.isExact) ?? ranges[0];
    let from = Math.max(0, (first?.start ?? 0) - before);
    if (from > 0) from = Math.min(first.start, text.indexOf(" ", from) + 1 || first.start);
    let to = Math.min(text.length, Math.max(from + length, first?.end ?? 0));
    if (to < text.length) to = Math.max(first?.end ?? 0, text.lastIndexOf(" ", to));
    return [
      ...(from > 0 ? ["… "] : []), ...marked(text, ranges, from, to), ...(to < text.length ? [" …"] : []),
    ];
  };

  const option = (result, number) => {
    const { address, title, anchor, name, text, terms, exact } = result;
    const link = element("a", {
      id: `search-${number}`, role: "option", tabindex: "-1", "aria-selected": "false",
      href: folder.replace(/search\/$/, "") + address + (anchor ? `#${anchor}` : ""),
    });
    const heading = (name, kind) => {
      // Behind it stands what else it is found by.
      const [words] = name.split("\u0001");
      return element("span", { class: kind }, ...marked(words, matches(words, terms, []), 0, words.length));
    };
    link.append(heading(title, "page-title"));
    if (name) link.append(heading(name, "section-title"));
    if (text) {
      const found = matches(text, terms, exact.map((range) => ({ ...range, isExact: true })));
      link.append(element("span", { class: "excerpt" }, ...excerpt(text, found)));
    }
    return link;
  };

  let dialog;
  let input;
  let list;
  let status;
  let said = {};
  let turn = 0;
  let active = -1;

  const activate = (index) => {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (index + options.length) % options.length : -1;
    const option = options[active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  };

  const show = (options, message) => {
    list.replaceChildren(...options);
    status.textContent = message;
    input.setAttribute("aria-expanded", String(options.length > 0));
    list.scrollTop = 0;
    active = -1;
    activate(0);
  };

  // The best results with their texts; where needles are given, those that hold them.
  const withTexts = async (results, { terms, needles }, isWanted) => {
    const found = [];
    for (let at = 0; at < results.length && found.length < most && isWanted();) {
      const some = results.slice(at, at + most);
      at += some.length;
      const pages = await Promise.all(some.map((result) => page(result.page)));
      some.forEach((result, index) => {
        const { address, title, passages } = pages[index];
        const [anchor, name, text] = passages.slice(result.passage * 3, result.passage * 3 + 3);
        const exact = holds(needles, `${text}\n${name || title}`);
        if (!exact || found.length === most) return;
        const inText = exact.filter((range) => range.end <= text.length);
        found.push({ address, title, anchor, name, text, terms, exact: inText });
      });
    }
    return found;
  };

  const withoutTeX = (asked) => ({ ...asked, needles: asked.needles.filter(({ tex }) => !tex) });

  const search = async () => {
    turn += 1;
    const own = turn;
    const isWanted = () => own === turn;
    const asked = query(input.value);
    if (!asked.terms.length) {
      show([], "");
      return;
    }
    try {
      const results = await ranked(asked.terms);
      if (!isWanted()) return;
      let found = await withTexts(results, asked, isWanted);
      // What is not there as it was typed may be there otherwise, as TeX can be written in many ways.
      const isExact = found.length > 0 || !asked.needles.some((needle) => needle.tex);
      if (!isExact) found = await withTexts(results, withoutTeX(asked), isWanted);
      if (!isWanted()) return;
      const count = asked.needles.length && isExact ? found.length : results.length;
      const message = count === 0 ? said.none : count === 1 ? said.one : said.count.replace("#", count);
      show(found.map(option), message);
    } catch {
      if (isWanted()) show([], said.missing);
    }
  };

  const follow = (link) => {
    dialog.close();
    location.href = link.href;
  };

  const heed = (event) => {
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown": activate(active + 1); break;
      case "ArrowUp": activate(active < 0 ? -1 : active - 1); break;
      case "Enter":
        if (list.children[active]) follow(list.children[active]);
        break;
      default: return;
    }
    event.preventDefault();
  };

  const make = () => {
    document.head.append(element("link", { rel: "stylesheet", href: `${folder}search.css` }));
    input = element("input", {
      type: "search", role: "combobox", "aria-label": said.label, "aria-autocomplete": "list",
      "aria-controls": "search-results", "aria-expanded": "false", placeholder: said.hint,
      autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "go",
    });
    list = element("div", { id: "search-results", role: "listbox", "aria-label": said.results });
    status = element("p", { role: "status" });
    const close = element("button", { type: "button" }, said.close);
    const form = element("form", { role: "search" }, input, close);
    dialog = element("dialog", { class: "search", "aria-label": said.label }, form, status, list);
    input.addEventListener("input", search);
    input.addEventListener("keydown", heed);
    form.addEventListener("submit", (event) => event.preventDefault());
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
      const link = event.target.closest("a");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        follow(link);
      }
    });
    document.body.append(dialog);
  };

  const open = (button) => {
    if (!dialog) {
      folder = `${button.dataset.folder}search/`;
      said = { ...button.dataset };
      make();
      head().catch(() => show([], said.missing));
    }
    if (dialog.open) return;
    dialog.showModal();
    input.select();
  };

  return { open, take, words };
})();
