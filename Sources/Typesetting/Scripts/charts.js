// Turns a Vega-Lite specification into SVG. Vega answers by a promise, which has settled when Swift
// has the answer to its first call, so a second call fetches the picture.
(() => {
  let drawn = null;

  const logger = (notes) => ({
    level() { return this; },
    error(...words) { notes.errors.push(words.map(String).join(" ")); return this; },
    // Vega draws an empty chart where data are missing, which is no mere remark.
    warn(...words) {
      const note = words.map(String).join(" ");
      const [, field] = /^Infinite extent for field ("[^"]*")/.exec(note) ?? [];
      // The outliers of a box plot are data of their own, and there need not be any.
      if (field && notes.hasOutliers) return this;
      const text = field ? `${field} has no numbers` : note;
      (words[0] === "Loading failed" ? notes.errors : notes.warnings).push(text);
      return this;
    },
    info() { return this; },
    debug() { return this; },
  });

  // A page's charts do not read files or the network.
  const closedLoader = (notes) => {
    const loader = vega.loader();
    const load = (address) =>
      Promise.reject(new Error(`a chart brings its own data; ${address} is not loaded`));
    const sanitize = (address, options) => loader.sanitize(address, options).catch((error) => {
      const note = `the address ${address} is left out: it leads to no page`;
      if (!notes.warnings.includes(note)) notes.warnings.push(note);
      throw error;
    });
    return { ...loader, load, sanitize, http: load, file: load };
  };

  // MARK: - The picture as a tree

  const escape = (text) =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  const parsed = (svg) => {
    const root = { children: [] };
    const open = [root];
    const token = /<(\/?)([\w:]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|[^<]+/g;
    for (const [text, closes, name, attributes, isEmpty] of svg.matchAll(token)) {
      if (name === undefined) open.at(-1).children.push(text);
      else if (closes) open.pop();
      else {
        const node = { name, attributes: {}, children: [] };
        for (const [, key, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) {
          node.attributes[key] = value;
        }
        open.at(-1).children.push(node);
        if (!isEmpty) open.push(node);
      }
    }
    return root.children.find((child) => child.name === "svg");
  };

  const written = (node) => {
    if (typeof node === "string") return node;
    const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
    const start = `<${node.name}${attributes.join("")}`;
    if (node.children.length === 0) return `${start}/>`;
    return `${start}>${node.children.map(written).join("")}</${node.name}>`;
  };

  // What Vega writes for every mark and no browser needs.
  const dropped = /^(role|class|version|xmlns:xlink|pointer-events|aria-.*)$/;
  const defaults = {
    opacity: "1", "stroke-width": "1", "stroke-miterlimit": "10", "text-anchor": "start",
  };
  const places = /^(d|transform|[xy][12]?|width|height|points|offset)$/;
  const shortNumber = (text) =>
    text.replace(/\d+\.\d{3,}/g, (digits) => String(+(+digits).toFixed(2)));
  const isNothing = ({ name, attributes, children }) =>
    (name === "g" && children.length === 0)
    || (name === "path" && (attributes.display === "none" || /^M0,0h0v0h0Z/.test(attributes.d)));

  const cleanedAttributes = ({ name, attributes }, prefix) => {
    const kept = {};
    for (const [key, value] of Object.entries(attributes)) {
      if (dropped.test(key) || defaults[key] === value) continue;
      if (name === "line" && /^[xy]2$/.test(key) && value === "0") continue;
      const own = key === "id" ? prefix + value : value.replace(/^url\(#/, `url(#${prefix}`);
      kept[key === "xlink:href" ? "href" : key] = places.test(key) ? shortNumber(own) : own;
    }
    // Of a mark with one paint the opacity is that of the paint, which a group can say for all.
    const paint = kept.stroke === undefined ? "fill" : kept.fill === "none" ? "stroke" : null;
    if (kept.opacity !== undefined && paint && kept[`${paint}-opacity`] === undefined
      && (name === "path" || name === "line")) {
      kept[`${paint}-opacity`] = kept.opacity;
      delete kept.opacity;
    }
    return kept;
  };

  // A thousand circles as circles are a quarter as long as a thousand paths.
  const circle = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/;
  const translation = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;
  const rounded = (node) => {
    const { d, transform, ...others } = node.attributes;
    const [radius, place] = [circle.exec(d ?? ""), translation.exec(transform ?? "")];
    if (node.name !== "path" || !radius || !place) return node;
    const attributes = { cx: place[1], cy: place[2], r: radius[1], ...others };
    return { ...node, name: "circle", attributes };
  };

  // What all children of a group say alike and hand on to theirs is said once.
  const inherited = /^(fill|stroke|font|text-anchor)/;
  const gather = (node) => {
    const [first, ...others] = node.children;
    if (others.length === 0 || node.children.some((child) => typeof child === "string")) return;
    for (const [key, value] of Object.entries(first.attributes)) {
      if (!inherited.test(key) || node.attributes[key] !== undefined) continue;
      if (others.some((child) => child.attributes[key] !== value)) continue;
      node.attributes[key] = value;
      for (const child of node.children) delete child.attributes[key];
    }
  };

  const cleaned = (node, prefix) => {
    if (typeof node === "string") return [node];
    const copy = {
      name: node.name,
      attributes: cleanedAttributes(node, prefix),
      children: node.children.flatMap((child) => cleaned(child, prefix)),
    };
    if (copy.name === "g" || copy.name === "svg") gather(copy);
    // Labels in a chart have a rim in the colour of the paper, below the letters.
    if (copy.name === "text" && copy.attributes.stroke) copy.attributes["paint-order"] = "stroke";
    if (isNothing(copy)) return [];
    if (copy.name === "g" && Object.keys(copy.attributes).length === 0) return copy.children;
    return [rounded(copy)];
  };

  // MARK: - What the picture shows, in words

  const words = (text) => {
    const found = Array.isArray(text) ? text : text?.text ?? text;
    return Array.isArray(found) ? found.join(" ") : typeof found === "string" ? found : "";
  };

  const kinds = {
    arc: "Pie chart", area: "Area chart", bar: "Bar chart", boxplot: "Box plot",
    circle: "Scatter plot", line: "Line chart", point: "Scatter plot", rect: "Heat map",
    square: "Scatter plot", tick: "Strip plot",
  };
  const parts = (node) =>
    [node, ...["layer", "concat", "hconcat", "vconcat"].flatMap((key) => node[key] ?? [])
      .concat(node.spec ?? []).flatMap(parts)];
  const meaning = (channel) => {
    const name = channel?.title ?? channel?.axis?.title ?? channel?.field;
    const shown = typeof name === "string" || Array.isArray(name) ? words(name) : "";
    if (typeof channel?.aggregate !== "string" || channel.title) return shown;
    return channel.aggregate === "count" ? "count" : `${channel.aggregate} of ${shown}`;
  };

  // For charts that do not say themselves what they are.
  const kindOf = (specification) => {
    const marks = parts(specification).map(({ mark }) => mark?.type ?? mark);
    const found = new Set(marks.flatMap((mark) => kinds[mark] ?? []));
    return found.size === 1 ? [...found][0] : "Chart";
  };
  const axesOf = (specification) => {
    const channels = parts(specification).map(({ encoding }) => encoding ?? {});
    const names = { x: "x axis", y: "y axis", theta: "angle", color: "colour", row: "rows",
      column: "columns", facet: "parts" };
    return Object.entries(names).flatMap(([channel, name]) => {
      const found = new Set(channels.map((encoding) => meaning(encoding[channel])).filter(Boolean));
      return found.size > 0 ? [`${name}: ${[...found].join(", ")}`] : [];
    });
  };

  const describe = (svg, specification, prefix) => {
    const title = words(specification.title) || words(specification.usermeta?.summary)
      || kindOf(specification);
    const given = words(specification.description)
      || [kindOf(specification), ...axesOf(specification)].join("; ");
    // A title need not be read twice.
    const rest = given.startsWith(title) ? given.slice(title.length).replace(/^[\s;:,.]+/, "") : given;
    const texts = [["title", title], ["desc", rest]].filter(([, text]) => text !== "");
    const elements = texts.map(([name, text]) =>
      ({ name, attributes: { id: prefix + name }, children: [escape(text)] }));
    svg.children.unshift(...elements);
    svg.attributes.role = "img";
    svg.attributes["aria-labelledby"] = `${prefix}title`;
    if (rest !== "") svg.attributes["aria-describedby"] = `${prefix}desc`;
  };

  const picture = (text, specification, prefix) => {
    const [svg] = cleaned(parsed(text), prefix);
    describe(svg, specification, prefix);
    const markup = written(svg);
    if (!markup.includes("var(--chart-")) return markup;
    return markup.replace("<svg", `<svg style="${lectern.signColours}"`);
  };

  // MARK: - Drawing

  const compiled = (specification, notes) => {
    if (/\/schema\/vega\//.test(specification.$schema ?? "")) return specification;
    const { width, height } = specification;
    const sized = { ...specification };
    if (width === "container") sized.width = 520;
    if (height === "container") sized.height = 300;
    return vegaLite.compile(sized, { config: lectern.appearance, logger: logger(notes) }).spec;
  };

  // What went wrong, unless it is only a place in Vega's own sources.
  const reason = (error) => {
    const text = error?.message ?? String(error);
    if (/\bset(Interval|Timeout)\b/.test(text)) return "a picture stands still, so a chart has no timers";
    const isOfScript = error instanceof TypeError || error instanceof RangeError;
    return isOfScript ? "Vega-Lite cannot draw this specification and does not say why" : text;
  };

  // The picture's names as they were, which may be markup by themselves.
  const escapedNames = (svg) => lectern.withOwnNames(svg, escape);

  // A page brings the files along that it names itself, not those that a chart names.
  const checkImages = (notes) => {
    for (const [, address] of notes.svg.matchAll(/<image\b[^>]*?\shref="([^"]*)"/g)) {
      if (/^(data|https?):/i.test(address)) continue;
      const message = `the image ${address} would not be beside the page; `
        + "give it as data: itself";
      if (!notes.errors.includes(message)) notes.errors.push(message);
    }
  };

  lectern.draw = (text, prefix) => {
    const notes = { errors: [], warnings: [] };
    drawn = notes;
    try {
      const specification = lectern.withSafeNames(JSON.parse(text));
      notes.hasOutliers = parts(specification).some(({ mark }) => (mark?.type ?? mark) === "boxplot");
      const plan = vega.parse(compiled(specification, notes), lectern.appearance);
      vega.resetSVGClipId();
      vega.resetSVGDefIds();
      const options = { renderer: "none", loader: closedLoader(notes), logger: logger(notes) };
      const view = new vega.View(plan, options);
      view.toSVG()
        .then((svg) => {
          notes.svg = escapedNames(picture(svg, specification, prefix));
          checkImages(notes);
        })
        .catch((error) => notes.errors.push(reason(error)))
        .then(() => view.finalize());
    } catch (error) {
      notes.errors.push(reason(error));
    }
    return null;
  };

  lectern.drawn = () => {
    const notes = drawn;
    drawn = null;
    for (const key of ["errors", "warnings"]) notes[key] = notes[key].map(lectern.withOwnNames);
    return notes;
  };
})();
