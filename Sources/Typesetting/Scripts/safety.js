// What a formula may not put on a page: addresses that run scripts, and styles that reach beyond
// it.
lectern.safeProperties = new RegExp(
  "^(color|background|background-color|cursor|text-shadow|opacity|outline|" +
    "font-(family|size|style|weight)|(border|margin|padding)(-[a-z-]+)?)$");

// The functions by which a style can do no more than look like something.
lectern.safeFunctions = /^(rgba?|hsla?|var|calc|oklch|color)$/;

lectern.unsafeValue = (text) =>
  /[\\@<>{}"]/.test(text)
    || [...text.matchAll(/([\w-]*)\s*\(/g)].some(([, name]) =>
      !lectern.safeFunctions.test(name.toLowerCase()));

lectern.unsafe = (root, tex) => {
  const problems = [];
  const report = (message, text) =>
    problems.push({ message, identifier: "Unsafe", offset: Math.max(tex.indexOf(text), 0) });
  root.walkTree((node) => {
    if (!node.attributes) return;
    const attributes = node.attributes.getAllAttributes();
    const { href, style } = attributes;
    if (href && !/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(href)) {
      report(`A link is an address on the web, or one beside the page, not ${href}`, href);
    }
    for (const name of ["mathcolor", "mathbackground", "fontfamily"]) {
      const value = String(attributes[name] ?? "");
      if (lectern.unsafeValue(value)) report(`The value ${value} is not allowed in a formula`, value);
    }
    const names = String(attributes["class"] ?? "").split(/\s+/).filter(Boolean);
    for (const name of names.filter((name) => !/^[\w-]+$/.test(name))) {
      report(`A class is a name of letters, digits and hyphens, not ${name}`, name);
    }
    for (const declaration of (style ?? "").split(";").filter((text) => text.trim())) {
      const name = declaration.split(":")[0].trim().toLowerCase();
      if (!lectern.safeProperties.test(name) || lectern.unsafeValue(declaration)) {
        report(`The style ${declaration.trim()} is not allowed in a formula`, declaration.trim());
      }
    }
  });
  return problems;
};
