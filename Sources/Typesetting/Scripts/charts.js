// Turns a Vega-Lite specification into SVG. Vega answers by a promise, which has settled when Swift
// has the answer to its first call, so a second call fetches the picture.
(() => {
  let drawn = null;

  const escape = (text) =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  const logger = (notes) => ({
    level() { return this; },
    error(...words) { notes.errors.push(words.map(String).join(" ")); return this; },
    // Vega draws an empty chart where data are missing, which is no mere remark.
    warn(...words) {
      const note = words.map(String).join(" ");
      (words[0] === "Loading failed" ? notes.errors : notes.warnings).push(note);
      return this;
    },
    info() { return this; },
    debug() { return this; },
  });

  // A page's charts do not read files or the network.
  const closedLoader = () => {
    const loader = vega.loader();
    const load = (address) =>
      Promise.reject(new Error(`a chart brings its own data; ${address} is not loaded`));
    return { ...loader, load, sanitize: loader.sanitize.bind(loader), http: load, file: load };
  };

  // What Vega writes for every mark and no browser needs.
  const dropped = /^(role|class|version|xmlns:xlink|pointer-events|aria-.*)$/;
  const defaults = { opacity: "1", "stroke-width": "1", x2: "0", y2: "0", "text-anchor": "start" };
  const places = /^(d|transform|[xy][12]?|width|height|points|offset)$/;
  const shortNumber = (text) =>
    text.replace(/\d+\.\d{3,}/g, (digits) => String(+(+digits).toFixed(2)));

  const cleaned = (svg, prefix) => svg
    .replace(/<path class="background"[^>]* d="M0,0h0v0h0Z"[^>]*\/>/g, "")
    .replace(/<path class="foreground"[^>]* display="none"\/>/g, "")
    .replace(/<([\w:]+)((?:\s+[\w:-]+="[^"]*")+)\s*(\/?)>/g, (_, name, attributes, end) => {
      const kept = attributes.replace(/\s+([\w:-]+)="([^"]*)"/g, (_, attribute, value) => {
        if (dropped.test(attribute) || defaults[attribute] === value) return "";
        if (attribute === "id") return ` id="${prefix}${value}"`;
        const own = value.replace(/^url\(#/, `url(#${prefix}`);
        const key = attribute === "xlink:href" ? "href" : attribute;
        return ` ${key}="${places.test(key) ? shortNumber(own) : own}"`;
      });
      return `<${name}${kept}${end}>`;
    });

  const words = (text) => {
    const found = Array.isArray(text) ? text : text?.text ?? text;
    return Array.isArray(found) ? found.join(" ") : typeof found === "string" ? found : "";
  };

  const described = (svg, specification, prefix) => {
    const description = words(specification.description);
    const title = words(specification.title) || description || "Chart";
    const parts = [["title", title]];
    if (description && description !== title) parts.push(["desc", description]);
    const elements = parts.map(([name, text]) =>
      `<${name} id="${prefix}${name}">${escape(text)}</${name}>`);
    const ids = parts.map(([name]) => prefix + name).join(" ");
    return svg.replace(/^<svg([^>]*)>/, (_, attributes) =>
      `<svg${attributes} role="img" aria-labelledby="${ids}">${elements.join("")}`);
  };

  // What Vega-Lite stumbles over without saying so.
  const check = (node) => {
    if (typeof node !== "object" || node === null) throw new Error("A chart is a JSON object.");
    const mark = typeof node.mark === "object" && node.mark !== null ? node.mark.type : node.mark;
    if (node.mark !== undefined && !marks.includes(mark)) {
      throw new Error(`Invalid mark ${JSON.stringify(mark)}; there are ${marks.join(", ")}.`);
    }
    for (const key of ["layer", "concat", "hconcat", "vconcat"]) (node[key] ?? []).forEach(check);
    if (node.spec) check(node.spec);
  };

  const marks = [
    "arc", "area", "bar", "boxplot", "circle", "errorband", "errorbar", "geoshape", "image", "line",
    "point", "rect", "rule", "square", "text", "tick", "trail",
  ];

  const compiled = (specification, notes) => {
    if (/\/schema\/vega\//.test(specification?.$schema ?? "")) return specification;
    check(specification);
    const { width, height } = specification;
    const sized = { ...specification };
    if (width === "container") sized.width = 600;
    if (height === "container") sized.height = 300;
    return vegaLite.compile(sized, { config: lectern.appearance, logger: logger(notes) }).spec;
  };

  lectern.draw = (text, prefix) => {
    const notes = { errors: [], warnings: [] };
    drawn = notes;
    try {
      const specification = JSON.parse(text);
      const plan = vega.parse(compiled(specification, notes), lectern.appearance);
      vega.resetSVGClipId();
      vega.resetSVGDefIds();
      const options = { renderer: "none", loader: closedLoader(), logger: logger(notes) };
      const view = new vega.View(plan, options);
      view.toSVG()
        .then((svg) => { notes.svg = described(cleaned(svg, prefix), specification, prefix); })
        .catch((error) => notes.errors.push(error.message ?? String(error)))
        .then(() => view.finalize());
    } catch (error) {
      notes.errors.push(error.message ?? String(error));
    }
    return null;
  };

  lectern.drawn = () => {
    const notes = drawn;
    drawn = null;
    return notes;
  };
})();
