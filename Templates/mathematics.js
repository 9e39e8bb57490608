// MathJax takes the text of each formula's element as TeX, so no search for delimiters can misread
// the page.
window.MathJax = {
  tex: {
    tags: "cases",
    packages: { "[+]": ["physics"], "[-]": ["noerrors", "noundefined"] },
    macros: { bm: ["\\boldsymbol{#1}", 1] },
  },
  svg: { fontCache: "global" },
  options: {
    enableAssistiveMml: true,
    menuOptions: { settings: { assistiveMml: true, inTabOrder: false } },
    renderActions: {
      find: [
        10,
        (page) => {
          defineLabels(page.inputJax[0].parseOptions.tags);
          for (const element of inOrder(document.querySelectorAll(".math"))) {
            const display = element.classList.contains("display");
            const item = new page.options.MathItem(
              element.textContent, page.inputJax[0], display);
            const place = document.createTextNode("");
            element.replaceChildren(place);
            item.start = { node: place, delim: "", n: 0 };
            item.end = { node: place, delim: "", n: 0 };
            // The page counts equations itself; MathJax goes on from its count.
            const number = Number(element.dataset.number);
            if (number) {
              const compile = item.compile;
              item.compile = function (page) {
                page.inputJax[0].parseOptions.tags.allCounter = number - 1;
                compile.call(this, page);
              };
            }
            page.math.push(item);
          }
        },
        "",
      ],
      // Between reading and setting.
      safe: [30, (page) => { for (const item of page.math) makeSafe(item.root); }, ""],
    },
  },
  startup: {
    ready: () => {
      Object.assign(MathJax.config.tex.macros, formulaSettings().macros);
      keepPlainFunctions();
      MathJax.startup.defaultReady();
    },
    pageReady: () =>
      MathJax.startup.defaultPageReady().then(() => {
        boxLongFormulas();
        dispatchEvent(new Event("lectern:drawn"));
      }),
  },
};

// What a formula may not bring to the page: addresses that run scripts, styles that reach beyond it, and what
// the page's own scripts ask for. A page that is set beforehand tells it as an error.
function makeSafe(root) {
  const functions = /^(rgba?|hsla?|var|calc|oklch|color)$/;
  const isUnsafe = (text) =>
    /[\\@<>{}"]/.test(text)
      || [...text.matchAll(/([\w-]*)\s*\(/g)].some(([, name]) => !functions.test(name.toLowerCase()));
  const property = new RegExp(
    "^(color|background|background-color|cursor|text-shadow|opacity|outline|" +
      "font-(family|size|style|weight)|(border|margin|padding)(-[a-z-]+)?)$");
  const isSafe = (declaration) =>
    property.test(declaration.split(":")[0].trim().toLowerCase()) && !isUnsafe(declaration);
  root?.walkTree((node) => {
    const attributes = node.attributes?.getAllAttributes() ?? {};
    for (const [name, value] of Object.entries(attributes)) {
      const text = String(value);
      if (name === "style") attributes.style = text.split(";").filter(isSafe).join(";");
      else if (name === "class") attributes.class = text.replace(/[^\w\s-]/g, "");
      else if (name === "href" ? !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(text)
        : /^(on|data-(lectern|folder|go|number|order|scope))/.test(name)
          || (["mathcolor", "mathbackground", "fontfamily"].includes(name) && isUnsafe(text))) {
        delete attributes[name];
      }
    }
  });
}

// As formulas stand in the notebook: what one defines holds for those behind it, wherever the page
// shows them.
function inOrder(elements) {
  const place = (element, index) => Number(element.dataset.order ?? index);
  return [...elements]
    .map((element, index) => ({ element, order: place(element, index) }))
    .sort((one, other) => one.order - other.order)
    .map(({ element }) => element);
}

// What all formulas of the page know from the beginning.
function formulaSettings() {
  const element = document.getElementById("formula-settings");
  return element ? JSON.parse(element.textContent) : { macros: {}, references: {} };
}

// Labels that no formula defines, such as those of figures.
function defineLabels(tags) {
  const pages = new Map();
  for (const [name, { text, page, address }] of Object.entries(formulaSettings().references)) {
    const whole = text + (page ?? "");
    tags.allLabels[name] = { tag: whole, id: address };
    if (page) pages.set(whole, { text, page });
  }
  // What names another page does so behind the parentheses.
  const { formatTag } = tags;
  tags.formatTag = (tag) =>
    pages.has(tag)
      ? formatTag.call(tags, pages.get(tag).text) + pages.get(tag).page
      : formatTag.call(tags, tag);
  // MathJax takes its parser for the word that `multlined` has numbers, and forgets the letters of
  // `subnumcases`.
  const { formatUrl, start } = tags;
  tags.start = function (environment, isTaggable, isNumbered) {
    const isInner = typeof isNumbered === "object";
    start.call(this, environment, isTaggable && !isInner, isNumbered && !isInner);
  };
  const { numberPrefix = "" } = formulaSettings();
  tags.formatNumber = (number, letter = null) =>
    numberPrefix + number + (letter === null ? "" : String.fromCharCode(96 + letter));
  tags.formatUrl = (id, base) => (id.includes("#") ? id : formatUrl.call(tags, id, base));
}

// The physics package would give these a second meaning.
function keepPlainFunctions() {
  const { MapHandler } = MathJax._.input.tex.MapHandler;
  const functions = MapHandler.getMap("Physics-expressions-macros").map;
  const names = ["sin", "cos", "tan", "csc", "sec", "cot"];
  const all = [
    ...names.flatMap((name) => [name, name + "h", "arc" + name]),
    "log", "ln", "exp", "det", "Pr", "Re", "Im",
  ];
  for (const name of all) functions.delete(name);
  MapHandler.getMap("Physics-vector-macros").map.delete("div");
}

// A formula that is too long for a telephone's line gets a box that scrolls and sits on the baseline.
function boxLongFormulas() {
  for (const element of document.querySelectorAll(".math.inline")) {
    const svg = element.querySelector("svg");
    if (!svg || parseFloat(svg.getAttribute("width")) <= 28) continue;
    element.classList.add("wide");
    element.style.verticalAlign = svg.style.verticalAlign;
    svg.style.verticalAlign = "0";
  }
}
