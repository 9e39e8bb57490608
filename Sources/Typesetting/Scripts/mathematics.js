// Turns TeX into SVG and MathML by MathJax's own classes, without its start-up. A page has a MathJax
// input and a font cache to itself, so that neither macros nor glyphs go from page to page.
(() => {
  const { liteAdaptor } = MathJax._.adaptors.liteAdaptor;
  const { RegisterHTMLHandler } = MathJax._.handlers.html_ts;
  const { HTMLMathItem } = MathJax._.handlers.html.HTMLMathItem;
  const { TeX } = MathJax._.input.tex_ts;
  const { SVG } = MathJax._.output.svg_ts;
  const { TeXFont } = MathJax._.output.svg.fonts.tex_ts;
  const TexError = MathJax._.input.tex.TexError.default;

  // What is as wide as the page, such as a `multline`, is as wide as a page's column, in ex.
  const columnWidth = 70;

  // MathJax's smallest double bar is lower than that of `\|`, and a letter stands out of it.
  const doubleBar = TeXFont.defaultDelimiters[0x2016];
  for (const list of ["sizes", "variants", "schar"]) doubleBar[list] = doubleBar[list].slice(1);

  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);

  // Later packages yield to earlier ones; `lectern` is this folder's own.
  const packages = [
    "base", "ams", "newcommand", "boldsymbol", "braket", "bbox", "cancel", "color", "configmacros",
    "enclose", "extpfeil", "gensymb", "html", "mhchem", "physics", "textcomp", "textmacros",
    "unicode", "upgreek", "verb", "mathtools", "centernot", "colortbl", "cases", "amscd", "empheq",
    "tagformat", "lectern",
  ];
  // By the names that `\require` knows, too.
  lectern.packages = new Set([...packages, "amsmath", "amssymb", "ams", "amssymbols", "mathtools"]);
  const fail = (_, error) => { throw error; };
  const pages = new Map();
  // Making a page takes as long as many formulas, so one that is clean serves again, where its macros
  // are wanted.
  const idle = [];

  class Page {
    constructor(macros) {
      this.input = new TeX({
        packages, tags: "cases", formatError: fail, maxBuffer: 64 * 1024, useLabelIds: true,
        textmacros: { packages: ["text-base", "textcomp", "lectern-text"] },
        macros: { bm: ["\\boldsymbol{#1}", 1] },
      });
      this.output = new SVG({ fontCache: "global", font: new TeXFont() });
      this.document = MathJax._.mathjax.mathjax.document("", {
        InputJax: this.input, OutputJax: this.output,
      });
      const options = this.input.parseOptions;
      options.lecternPage = this;
      options.tags.formatId = (id) => `${this.prefix}eqn-${id.replace(/[^\w:.-]/g, "_")}`;
      lectern.watchTags(options.tags, this);
      // A label of another page comes with the whole address.
      options.tags.formatUrl = (id) => (id.includes("#") ? id : "#" + id);
      this.output.fontCache.clearLocalID = () => {};
      this.macros = JSON.stringify(macros);
      this.begin("", {}, "");
      // The places of macros count downwards from -1.
      this.macroProblems = macros.map((tex, index) =>
        set(this, { tex, display: false }, -1 - index).problems[0]?.message ?? null);
    }

    begin(prefix, references, numberPrefix) {
      this.prefix = prefix;
      this.references = references;
      this.numberPrefix = numberPrefix;
      this.pending = [];
      this.waiting = [];
      this.known = new Map();
      this.isChanged = false;
      this.definitionCount = lectern.definitionCount;
      this.input.reset();
      this.output.fontCache.clearCache();
      this.output.fontCache.localID = prefix;
      return this;
    }

    // Whether nothing of its formulas is left that another page's could notice. What an error leaves
    // behind nobody knows.
    get isClean() {
      return !this.isChanged && this.definitionCount === lectern.definitionCount
        && this.macroProblems.every((message) => message === null);
    }

    compile({ tex, display, firstNumber, tag, label }) {
      const options = this.input.parseOptions;
      const token = options.nodeFactory.get("token");
      if (firstNumber) options.tags.allCounter = firstNumber - 1;
      const item = new HTMLMathItem(tex + addition({ tag, label }), this.input, display);
      item.setMetrics(16, 8, columnWidth * 8, 100000, 1);
      this.pending = [];
      this.hasOneLine = !tex.includes("\n");
      try {
        item.root = this.input.compile(item, this.document);
      } catch (error) {
        return { problems: [problem(error, tex)] };
      } finally {
        // An error within \vb leaves its own way to make letters behind.
        options.nodeFactory.set("token", token);
      }
      const labels = Object.entries(options.tags.labels)
        .filter(([, { id }]) => id)
        .map(([name, { tag, id }]) => ({ name, tag, id }));
      const problems = lectern.unsafe(item.root, tex);
      return { item, labels, pending: this.pending, problems };
    }

    typeset(compiled, tex) {
      const { item, labels, pending, problems, defines } = compiled;
      for (const reference of pending) problems.push(...this.resolve(reference, item));
      if (pending.length) lectern.inherit(item.root, item.display);
      if (problems.length) return { problems, defines };
      const mathML = lectern.mathML(item.root, tex);
      const svg = adaptor.firstChild(this.output.typeset(item, this.document));
      const nextNumber = this.input.parseOptions.tags.allCounter + 1;
      return {
        problems, labels, nextNumber, mathML, defines, ...lectern.picture(svg, this.prefix),
      };
    }

    resolve({ name, offset, fill }, item) {
      const target = this.label(name);
      if (!target) return [{ message: `Unknown label ${name}`, label: name, offset }];
      fill(item.root, target);
      return [];
    }

    label(name) {
      const { tags } = this.input.parseOptions;
      const target = tags.allLabels[name] || tags.labels[name];
      // A label in a row without number names nothing.
      if (target?.id) return target;
      if (!Object.hasOwn(this.references, name)) return undefined;
      const { text, page, address } = this.references[name];
      return { tag: text, page, id: address };
    }
  }

  // Texts say the same short formulas again and again. What has numbers or labels is set each time,
  // and all once more when a name has been given another meaning.
  const isCounted = /\\(label|tag|ref|eqref|begin|notag|nonumber|cssId|href)/;

  const set = (page, formula, index) => {
    lecternProgress[0] = index;
    const { tex, display, firstNumber, tag } = formula;
    const key = (display ? "$$" : "$") + tex;
    const known = firstNumber || tag != null ? undefined : page.known.get(key);
    if (known) return known;
    const before = lectern.definitionCount;
    const { tags } = page.input.parseOptions;
    const number = tags.allCounter;
    const compiled = attempt(() => page.compile(formula), tex);
    const isDefinition = lectern.definitionCount !== before;
    if (isDefinition) page.known.clear();
    compiled.defines = isDefinition;
    if (!compiled.item) return compiled;
    if (compiled.pending.length) {
      page.waiting.push({ compiled, tex, index });
      return null;
    }
    const reply = attempt(() => page.typeset(compiled, tex), tex);
    const isPlain = !isCounted.test(tex) && !compiled.labels.length && tags.allCounter === number;
    if (!isDefinition && isPlain) page.known.set(key, reply);
    return reply;
  };

  const addition = ({ tag, label }) =>
    (tag == null ? "" : `\n\\tag{${tag}}`) + (label == null ? "" : `\n\\label{${label}}`);

  const problem = (error, tex) => {
    if (error instanceof TexError) {
      const offset = Math.min(error.lecternOffset ?? 0, tex.length);
      return { message: error.message, identifier: error.id, offset };
    }
    if (error instanceof RangeError) {
      return { message: lectern.tooDeep, identifier: "TooDeep", offset: 0 };
    }
    const message = `MathJax cannot set this formula: ${error.message}`;
    return { message, identifier: "Internal", offset: 0 };
  };

  const attempt = (action, tex) => {
    try {
      return whole(action());
    } catch (error) {
      return { problems: [problem(error, tex)] };
    }
  };

  // Half of a character is none that Swift could read.
  const isWhole = (text) => text === undefined || !/[\ud800-\udfff]/u.test(text);
  const whole = (reply) => {
    if (isWhole(reply.svg) && isWhole(reply.mathML)) return reply;
    throw new TexError("BadCharacter", "A character is cut in half");
  };

  Object.assign(lectern, {
    // Gives what is wrong with each macro.
    open(id, { prefix, references, numberPrefix, macros }) {
      const place = idle.findIndex((page) => page.macros === JSON.stringify(macros));
      const page = place < 0 ? new Page(macros) : idle.splice(place, 1)[0];
      pages.set(id, page.begin(prefix, references, numberPrefix));
      return page.macroProblems;
    },

    // A formula that refers to a label not yet met is `null` here and follows when `finish` is
    // called; no other formula's tree is kept.
    set(id, formulas, mayDefine, first = 0) {
      const page = pages.get(id);
      page.isChanged ||= mayDefine;
      const replies = formulas.map((formula, index) => set(page, formula, first + index));
      page.isChanged ||= replies.some((reply) => reply?.problems.length);
      return replies;
    },

    finish(id) {
      const page = pages.get(id);
      const waiting = page.waiting.splice(0);
      page.isChanged ||= waiting.length > 0;
      return waiting.map(({ compiled, tex, index }) => {
        lecternProgress[0] = index;
        return attempt(() => page.typeset(compiled, tex), tex);
      });
    },

    // What each formula has to do with numbers; nothing is set. One that is wrong has none.
    count(id, formulas) {
      const page = pages.get(id);
      page.isChanged = true;
      return formulas.map((formula, index) => {
        lecternProgress[0] = index;
        try {
          return lectern.numbersOf(page, formula);
        } catch {
          return { tags: [], count: 0, unnumbered: [] };
        }
      });
    },

    // What each formula means to MathJax; nothing is set.
    read(id, formulas) {
      const page = pages.get(id);
      page.isChanged = true;
      lectern.notesPlaces = true;
      try {
        return formulas.map((formula, index) => {
          lecternProgress[0] = index;
          return attempt(() => {
            const { item, problems } = page.compile(formula);
            return item && !problems.length
              ? { problems, tree: lectern.tree(item.root) } : { problems };
          }, formula.tex);
        });
      } finally {
        lectern.notesPlaces = false;
      }
    },

    // The glyphs so far, each with its identifier.
    glyphs(id) {
      return Object.fromEntries(
        adaptor.childNodes(pages.get(id).output.fontCache.getCache())
          .map((node) => [adaptor.getAttribute(node, "id"), lectern.markup(node, "")]));
    },

    close(id) {
      const page = pages.get(id);
      pages.delete(id);
      if (!page?.isClean) return null;
      idle.push(page);
      if (idle.length > 2) idle.shift();
      return null;
    },
  });
})();
