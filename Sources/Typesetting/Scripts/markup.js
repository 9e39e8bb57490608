// Writes MathJax's trees as text: short SVG that needs no style sheet, and MathML for screen
// readers.
(() => {
  const { SerializedMmlVisitor } = MathJax._.core.MmlTree.SerializedMmlVisitor;

  const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // Most texts have nothing to escape, and there are many.
  const escape = (text) =>
    /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (letter) => entities[letter]) : text;

  const dropped = new Set(["xmlns", "xmlns:xlink", "role", "focusable"]);
  const isDropped = (name) => dropped.has(name) || name.startsWith("data-");

  // What MathJax leaves to its style sheet.
  const strokes = (attributes) => {
    if (!("data-line" in attributes || "data-frame" in attributes)) return {};
    const kind = attributes["class"] ?? "";
    const dashes = kind.includes("mjx-dashed") ? { "stroke-dasharray": "140" }
      : kind.includes("mjx-dotted") ? { "stroke-linecap": "round", "stroke-dasharray": "0,140" }
      : {};
    return { "stroke-width": "70", fill: "none", ...dashes };
  };

  // The attributes of a start tag, in MathJax's order; ours come last.
  const written = (node, prefix, glyphs) => {
    let text = "";
    const write = (name, value) => { text += ` ${name}="${escape(value)}"`; };
    const isPart = node.kind === "svg" && "preserveAspectRatio" in node.attributes;
    const added = strokes(node.attributes);
    if (isPart) added.overflow = "visible";
    for (const name in node.attributes) {
      if (isDropped(name) || name in added) continue;
      const value = String(node.attributes[name]);
      if (name === "id") {
        write("id", value.startsWith(prefix) ? value : prefix + value);
      } else if (name === "class") {
        if (!/^mjx-(solid|dashed|dotted)$/.test(value)) write("class", value.trim());
      } else if (name === "xlink:href") {
        write("href", value);
        if (node.kind === "use") glyphs.add(value.slice(1));
      } else {
        write(name, value);
      }
    }
    for (const name in added) write(name, added[name]);
    return text;
  };

  // Adds to `glyphs` the identifiers of those that the node uses.
  const markup = (node, prefix, glyphs = new Set()) => {
    if (node.kind === "#text") return escape(node.value);
    if (node.kind === "#comment") return "";
    const attributes = written(node, prefix, glyphs);
    let children = "";
    for (const child of node.children) children += markup(child, prefix, glyphs);
    if (node.kind === "g" && attributes === "") return children;
    const start = node.kind + attributes;
    return children === "" ? `<${start}/>` : `<${start}>${children}</${node.kind}>`;
  };

  // The glyph cache's own ids carry the prefix within, after MathJax's own.
  const picture = (svg, prefix) => {
    const { width, height, style } = svg.attributes;
    const value = (property) =>
      Number(new RegExp(`${property}:\\s*(-?[\\d.]+)ex`).exec(style)?.[1] ?? 0);
    const isWide = String(width).endsWith("%");
    // The page's style may need the depth for a calculation.
    svg.attributes.style = `${style ?? ""} --depth: ${-value("vertical-align")}ex;`.trim();
    svg.attributes["aria-hidden"] = "true";
    svg.attributes.overflow = "visible";
    const glyphs = new Set();
    return {
      svg: markup(svg, prefix, glyphs),
      glyphs: [...glyphs],
      width: isWide ? value("min-width") : parseFloat(width),
      height: parseFloat(height),
      depth: -value("vertical-align"),
      isWide,
    };
  };

  const unsaid = new Set(["id", "href", "style", "xmlns"]);
  class Visitor extends SerializedMmlVisitor {
    getDataAttributes() { return ""; }
    getAttributes(node) {
      const attributes = node.attributes.getAllAttributes();
      let text = "";
      for (const name of Object.keys(attributes)) {
        const value = attributes[name];
        if (value === undefined || unsaid.has(name) || name.startsWith("data-")) continue;
        text += ` ${name}="${this.quoteHTML(String(value))}"`;
      }
      return text;
    }
  }
  const visitor = new Visitor();

  const inherit = (root, display) => {
    root.setInheritedAttributes({}, display, 0, false);
    root.setTeXclass(null);
  };

  const fill = (root, placeholder, address, nodes) => {
    root.walkTree((node) => {
      if (node.attributes?.getExplicit("href") !== placeholder) return;
      node.attributes.set("href", address);
      node.setChildren(nodes);
    });
  };

  // The TeX goes along as an annotation, which nobody hears and a copy of the page's text can take.
  const mathML = (root, tex) =>
    visitor.visitTree(root).replace(/\n */g, "").replace(
      /^(<math[^>]*>)([^]*)(<\/math>)$/,
      (_, start, content, end) => `${start}<semantics><mrow>${content}</mrow>` +
        `<annotation encoding="application/x-tex">${escape(tex)}</annotation></semantics>${end}`);

  Object.assign(lectern, { markup, picture, inherit, fill, mathML });
})();
