// Writes MathJax's trees as text: short SVG that needs no style sheet, and MathML for screen
// readers.
(() => {
  const { SerializedMmlVisitor } = MathJax._.core.MmlTree.SerializedMmlVisitor;

  const escape = (text) =>
    text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

  const isDropped = (name) => /^(xmlns|xmlns:xlink|role|focusable|data-.*)$/.test(name);

  // What MathJax leaves to its style sheet.
  const strokes = (attributes) => {
    if (!("data-line" in attributes || "data-frame" in attributes)) return {};
    const kind = attributes["class"] ?? "";
    const dashes = kind.includes("mjx-dashed") ? { "stroke-dasharray": "140" }
      : kind.includes("mjx-dotted") ? { "stroke-linecap": "round", "stroke-dasharray": "0,140" }
      : {};
    return { "stroke-width": "70", fill: "none", ...dashes };
  };

  const written = (node, prefix) => {
    const attributes = {};
    for (const [name, value] of Object.entries(node.attributes)) {
      const text = String(value);
      if (isDropped(name)) continue;
      if (name === "class" && /^mjx-(solid|dashed|dotted)$/.test(text)) continue;
      if (name === "id") attributes.id = text.startsWith(prefix) ? text : prefix + text;
      else if (name === "class") attributes.class = text.trim();
      else attributes[name === "xlink:href" ? "href" : name] = text;
    }
    const isPart = node.kind === "svg" && "preserveAspectRatio" in attributes;
    const overflow = isPart ? { overflow: "visible" } : {};
    return Object.entries({ ...attributes, ...strokes(node.attributes), ...overflow });
  };

  // Adds to `glyphs` the identifiers of those that the node uses.
  const markup = (node, prefix, glyphs = new Set()) => {
    if (node.kind === "#text") return escape(node.value);
    if (node.kind === "#comment") return "";
    const attributes = written(node, prefix);
    if (node.kind === "use") glyphs.add(attributes.find(([name]) => name === "href")[1].slice(1));
    const children = node.children.map((child) => markup(child, prefix, glyphs)).join("");
    if (node.kind === "g" && attributes.length === 0) return children;
    const pairs = attributes.map(([name, value]) => ` ${name}="${escape(value)}"`);
    const start = node.kind + pairs.join("");
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

  class Visitor extends SerializedMmlVisitor {
    getDataAttributes() { return ""; }
    getAttributes(node) {
      const { id, href, style, ...attributes } = node.attributes.getAllAttributes();
      const names = Object.entries(attributes)
        .filter(([name]) => name !== "xmlns" && !name.startsWith("data-"));
      return names
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => ` ${name}="${this.quoteHTML(String(value))}"`).join("");
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
