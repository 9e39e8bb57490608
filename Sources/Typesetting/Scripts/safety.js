// What a formula may not put on a page: addresses that run scripts, and styles that reach beyond
// it.
lectern.safeProperties = new RegExp(
  "^(color|background|background-color|cursor|text-shadow|opacity|outline|" +
    "font-(family|size|style|weight)|(border|margin|padding)(-[a-z-]+)?)$");

lectern.unsafe = (root, tex) => {
  const problems = [];
  const report = (message, text) =>
    problems.push({ message, identifier: "Unsafe", offset: Math.max(tex.indexOf(text), 0) });
  root.walkTree((node) => {
    if (!node.attributes) return;
    const { href, style } = node.attributes.getAllAttributes();
    if (href && !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(href)) {
      report(`A link is an address on the web, or one beside the page, not ${href}`, href);
    }
    for (const declaration of (style ?? "").split(";").filter((text) => text.trim())) {
      const name = declaration.split(":")[0].trim().toLowerCase();
      if (!lectern.safeProperties.test(name) || /url\s*\(|\\|@/i.test(declaration)) {
        report(`The style ${declaration.trim()} is not allowed in a formula`, declaration.trim());
      }
    }
  });
  return problems;
};
