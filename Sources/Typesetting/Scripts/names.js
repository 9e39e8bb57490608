// A name is a name, whatever it says. Vega keeps what it counts in plain objects, under the names that
// data bring along; there `constructor` is always something already. And it reads `a.b` and `a[0]` as
// ways into the data, which is not what is meant where the data have a column of that name. So such
// names go in under others, and come out as they were.
(() => {
  // A letter that is allowed in names, and that nobody writes twice.
  const mark = "\ufe73\ufe73";
  const words = Object.getOwnPropertyNames(Object.prototype).join("|");
  // `toString(…)` is a function of Vega's expressions.
  const taken = new RegExp(`\\b(${words})\\b(?!\\s*\\()`, "g");
  const signs = ".[]\\'\"";
  const marked = new RegExp(`\\b(${words})${mark}|${mark}([0-${signs.length - 1}])`, "g");

  const withoutSigns = (name) => [...name]
    .map((letter) => (signs.includes(letter) ? mark + signs.indexOf(letter) : letter)).join("");

  // The names of the data's columns that Vega would read as ways into the data.
  const oddColumns = (specification) => {
    const [all, odd] = [new Set(), new Set()];
    const read = (rows) => {
      if (!Array.isArray(rows)) return;
      for (const row of rows) {
        if (row !== null && typeof row === "object") Object.keys(row).forEach((key) => all.add(key));
      }
    };
    const visit = (node) => {
      if (node === null || typeof node !== "object") return;
      if (Array.isArray(node)) return node.forEach(visit);
      for (const [key, part] of Object.entries(node)) {
        if (key === "datasets") Object.values(part ?? {}).forEach(read);
        else if (key === "values") read(part);
        else visit(part);
      }
    };
    visit(specification);
    for (const name of all) {
      const [head] = name.split(/[.[]/);
      if (/[.[\]\\'"]/.test(name) && (head === name || !all.has(head))) odd.add(name);
    }
    return odd;
  };

  // How a specification may write a column's name.
  const spellings = (columns) => new Map([...columns].flatMap((name) => {
    const escaped = name.replace(/[.[\]\\'"]/g, "\\$&");
    return [name, escaped, `['${name}']`, `["${name}"]`].map((text) => [text, withoutSigns(name)]);
  }));

  const renamed = (value, names, isData = false) => {
    if (typeof value === "string") {
      const text = isData ? value : names.get(value) ?? inExpressions(value, names);
      return text.replace(taken, `$1${mark}`);
    }
    if (Array.isArray(value)) return value.map((part) => renamed(part, names, isData));
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => {
      const isDataBelow = isData || key === "datasets" || (key === "values" && Array.isArray(part));
      const name = isData ? names.get(key) ?? key : key;
      return [name.replace(taken, `$1${mark}`), renamed(part, names, isDataBelow)];
    }));
  };

  // `datum['a.b']` in an expression.
  const inExpressions = (text, names) => {
    if (names.size === 0 || !text.includes("[")) return text;
    return text.replace(/\[\s*(?:'([^']*)'|"([^"]*)")\s*\]/g, (whole, single, double) => {
      const name = names.get(single ?? double);
      return name === undefined ? whole : `['${name}']`;
    });
  };

  lectern.withSafeNames = (specification) => {
    const isVega = /\/schema\/vega\//.test(specification?.$schema ?? "");
    return renamed(specification, spellings(isVega ? [] : oddColumns(specification)));
  };

  lectern.withOwnNames = (text, escape = (sign) => sign) => (text.includes(mark)
    ? text.replace(marked, (_, word, sign) => word ?? escape(signs[sign])) : text);
})();
