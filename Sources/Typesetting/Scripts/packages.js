// Lectern's own package for MathJax: references that may point forwards, and LaTeX's commands where
// the physics package gives them a second meaning.
(() => {
  const { Configuration } = MathJax._.input.tex.Configuration;
  const { MapHandler } = MathJax._.input.tex.MapHandler;
  const { CommandMap } = MathJax._.input.tex.SymbolMap;
  const { Macro } = MathJax._.input.tex.Symbol;
  const { Label } = MathJax._.input.tex.Tags;
  const TexError = MathJax._.input.tex.TexError.default;
  const ParseUtil = MathJax._.input.tex.ParseUtil.default;
  const map = (name) => MapHandler.getMap(name);

  // A reference to a label not yet met is made with an empty tag and filled in at the end.
  const deferring = (reference) => (parser, name, isEquation) => {
    const start = parser.i;
    const label = parser.GetArgument(name);
    parser.i = start;
    const { tags } = parser;
    const page = (parser.texParser ?? parser).configuration.lecternPage;
    const target = page.label(label);
    // What names its page is filled in too: MathJax would put that into the parentheses.
    const known = target?.page ? undefined : target;
    const id = `${page.prefix}pending-${page.pending.length}`;
    const isOwn = tags.allLabels[label] || tags.labels[label];
    if (!isOwn) tags.allLabels[label] = known ? new Label(known.tag, known.id) : new Label("", id);
    try {
      reference(parser, name, isEquation);
    } finally {
      if (!isOwn) delete tags.allLabels[label];
    }
    if (known) return;
    const outer = parser.texParser ?? parser;
    page.pending.push({ name: label, offset: outer.lecternAt, fill: (root, target) => {
      const number = isEquation ? tags.formatTag(target.tag) : target.tag;
      const text = number + (target.page ?? "");
      lectern.fill(root, "#" + id, tags.formatUrl(target.id), ParseUtil.internalMath(outer, text));
    } });
  };

  for (const name of ["macros", "AMSmath-macros", "text-macros"]) {
    for (const command of ["ref", "eqref"]) {
      const macro = map(name).lookup(command);
      if (macro) map(name).add(command, new Macro(command, deferring(macro.func), macro.args));
    }
  }

  // The physics package's \div is a divergence and its \sin swallows brackets and sizes
  // parentheses, even over a line's end. LaTeX's meaning stays; what only physics has is physics'.
  const functions = [
    "sin", "sinh", "arcsin", "cos", "cosh", "arccos", "tan", "tanh", "arctan", "csc", "sec", "cot",
    "coth", "log", "ln",
  ];
  const expressions = map("Physics-expressions-macros");
  const powers = {};
  for (const name of functions) {
    const ordinary = map("macros").lookup(name);
    const physics = expressions.lookup(name);
    powers[name] = [name, (parser, command) => {
      const hasPower = /^\s*\[[^\]]*\]\s*\(/.test(parser.string.slice(parser.i));
      const macro = hasPower ? physics : ordinary;
      return macro.func(parser, command, ...macro.args);
    }];
  }
  const physicsBraket = map("Physics-bra-ket-macros").lookup("braket");
  const plainBraket = map("Braket-macros").lookup("braket");
  const methods = {
    Power: (parser, command, run) => run(parser, command),
    // \braket{a|b} is the braket package's, \braket{a}{b} and \braket{a} are physics'.
    Braket: (parser, command) => {
      const hasBar = /^\s*\{[^{}]*(\{[^{}]*\}[^{}]*)*\|/.test(parser.string.slice(parser.i));
      const macro = hasBar ? plainBraket : physicsBraket;
      return macro.func(parser, command, ...macro.args);
    },
  };
  // MathJax remembers the font of a letter from one \unicode to the next, and over all pages.
  methods.Unicode = (parser, command) => {
    let font = parser.GetBrackets(command);
    // Its height and depth, which the browser finds out.
    if (font && /^[\d.,\s]+$/.test(font)) font = parser.GetBrackets(command);
    const number = parser.GetArgument(command).trim().replace(/^x/, "0x");
    const code = /^(0x[0-9A-Fa-f]+|[0-9]+)$/.test(number) ? Number(number) : Infinity;
    if (code > 0x10ffff) {
      throw new TexError("BadUnicode", "Argument to \\unicode must be a number");
    }
    // Half of a character outside of Unicode's first plane is none.
    if (code >= 0xd800 && code <= 0xdfff) {
      throw new TexError("BadUnicode", "Argument to \\unicode must be the number of a character");
    }
    const style = parser.stack.env.font;
    const attributes = font ? { fontfamily: font } : style ? { mathvariant: style } : {};
    if (font && /bold/.test(style)) attributes.fontweight = "bold";
    if (font && /italic|-mathit/.test(style)) attributes.fontstyle = "italic";
    const node = parser.create("token", "mtext", attributes, String.fromCodePoint(code));
    node.setProperty("unicode", true);
    parser.Push(node);
  };
  const commands = { braket: ["Braket"], unicode: ["Unicode"] };
  for (const name of functions) commands[name] = ["Power", powers[name][1]];
  for (const name of ["exp", "det", "Pr", "Re", "Im"]) expressions.map.delete(name);
  map("Physics-vector-macros").map.delete("div");

  // LaTeX's \textcolor[HTML]{FF8800}, which MathJax lacks.
  const { ColorModel } = MathJax._.input.tex.color.ColorUtil;
  const { normalizeColor } = ColorModel.prototype;
  ColorModel.prototype.normalizeColor = function (model, definition) {
    const isHTML = model === "HTML" && /^\s*[0-9A-Fa-f]{6}\s*$/.test(definition);
    return isHTML ? "#" + definition.trim() : normalizeColor.call(this, model, definition);
  };

  // How often a name was given a meaning, whatever the command for it.
  lectern.definitionCount = 0;
  const { tex } = MathJax._.input;
  const definers = [
    [tex.newcommand.NewcommandUtil.default, ["addMacro", "addDelimiter", "addEnvironment"]],
    [tex.mathtools.MathtoolsUtil.MathtoolsUtil, ["addPairedDelims"]],
    [ColorModel.prototype, ["defineColor"]],
  ];
  for (const [owner, names] of definers) {
    for (const name of names) {
      const define = owner[name];
      owner[name] = function (...details) {
        lectern.definitionCount += 1;
        return define.apply(this, details);
      };
    }
  }

  new CommandMap("lectern-macros", commands, methods);
  Configuration.create("lectern", { handler: { macro: ["lectern-macros", "lectern-boxes"] }, priority: 1 });
})();
