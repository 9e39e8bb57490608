// LaTeX's text beyond MathJax's: boxes of text with mathematics in them and within each other, and the
// symbols that text has by name.
(() => {
  const { Configuration } = MathJax._.input.tex.Configuration;
  const { MapHandler } = MathJax._.input.tex.MapHandler;
  const { CommandMap } = MathJax._.input.tex.SymbolMap;
  const { Macro } = MathJax._.input.tex.Symbol;
  const { TextParser } = MathJax._.input.tex.textmacros.TextParser;
  const ParseUtil = MathJax._.input.tex.ParseUtil.default;
  const TexParser = MathJax._.input.tex.TexParser.default;
  const TexError = MathJax._.input.tex.TexError.default;
  const map = (name) => MapHandler.getMap(name);

  // Sets mathematics where the parser is, which may be within text.
  const insert = (parser, tex) => {
    const isText = parser instanceof TextParser;
    const { configuration } = isText ? parser.texParser : parser;
    const env = isText ? {} : parser.stack.env;
    const node = parser.create("node", "TeXAtom", [new TexParser(tex, env, configuration).mml()]);
    if (!isText) return parser.Push(node);
    parser.saveText();
    parser.PushMath(node);
  };

  const option = (text) => (text === undefined ? "" : `[${text}]`);

  // Where a text ends at the latest, its words go on in the next line. `$…$` and `{…}` stay whole.
  const wrapped = (text, width) => {
    const words = text.match(/(?:\\.|\$(?:\\.|[^$\\])*\$|\{(?:\\.|\{[^{}]*\}|[^{}\\])*\}|[^\s\\${}]|[{}$])+/g) ?? [];
    const lines = [];
    let room = 0;
    for (const word of words) {
      // About half an em for each letter.
      const length = 0.5 * word.replace(/\\[a-zA-Z]+|[${}\\]/g, "").length;
      if (lines.length === 0 || room < length) {
        lines.push(word);
        room = width - length - 0.3;
      } else {
        lines.push(`${lines.pop()} ${word}`);
        room -= length + 0.3;
      }
    }
    return lines.length > 0 ? lines : [""];
  };

  const methods = {
    // A command of mathematics that takes text, within text.
    Box(parser, name) {
      parser.saveText();
      parser.texParser.parse("macro", [parser, name.slice(1)]);
    },

    // A command that stands around mathematics, around text.
    Around(parser, name) {
      insert(parser, `${name}{\\text{${parser.GetArgument(name)}}}`);
    },

    Mathematics(parser, name) {
      insert(parser, parser.GetArgument(name));
    },

    Insert(parser, _, text) {
      parser.text += text;
    },

    MakeBox(parser, name) {
      const [width, position] = [parser.GetBrackets(name), parser.GetBrackets(name)];
      const box = `\\hbox{${parser.GetArgument(name)}}`;
      if (width === undefined) return insert(parser, box);
      insert(parser, `\\mathmakebox[${width}]${option(position)}{${box}}`);
    },

    RaiseBox(parser, name) {
      const height = parser.GetDimen(name);
      for (let index = 0; index < 2; index += 1) parser.GetBrackets(name);
      insert(parser, `\\raise ${height} {\\hbox{${parser.GetArgument(name)}}}`);
    },

    ParBox(parser, name) {
      const position = parser.GetBrackets(name, "c");
      for (let index = 0; index < 2; index += 1) parser.GetBrackets(name);
      const width = ParseUtil.dimen2em(parser.GetDimen(name));
      const text = parser.GetArgument(name);
      const lines = text.split(/\\\\(?:\[[^\]]*\])?|\\newline\b|\\par\b/)
        .flatMap((line) => wrapped(line, width));
      const rows = lines.map((line) => `\\text{${line}}`).join("\\\\");
      const place = /^[tb]$/.test(position) ? `[${position}]` : "";
      insert(parser, `\\begin{array}${place}{@{}l@{}}${rows}\\end{array}`);
    },

    // Words between two rows, which begin where the rows begin.
    InterText(parser, name) {
      const text = parser.GetArgument(name);
      const rest = parser.string.slice(parser.i);
      parser.string = `\\notag\\rlap{\\text{${text}}}\\hfill\\\\${rest}`;
      parser.i = 0;
    },

    // What is there need not be asked for.
    Require(parser, name) {
      const wanted = parser.GetArgument(name).replace(/^\[tex\]\//i, "").trim();
      if (lectern.packages.has(wanted.toLowerCase())) return;
      throw new TexError("UnknownRequire", `There is no package '${wanted}' here`);
    },
  };

  const boxes = ["text", "mbox", "hbox", "fbox", "framebox", "boxed", "verb"];
  const inBoth = {
    makebox: ["MakeBox"], raisebox: ["RaiseBox"], parbox: ["ParBox"], require: ["Require"],
    ensuremath: ["Mathematics"],
  };
  const inText = { ...inBoth };
  for (const name of boxes) inText[name] = ["Box"];
  for (const name of ["underline", "overline", "cancel", "bcancel", "xcancel"]) {
    inText[name] = ["Around"];
  }
  const letters = {
    dots: "…", ldots: "…", P: "¶", pounds: "£", copyright: "©", euro: "€", yen: "¥", dag: "†", ddag: "‡",
    ae: "æ", AE: "Æ", oe: "œ", OE: "Œ", o: "ø", O: "Ø", aa: "å", AA: "Å", ss: "ß", l: "ł", L: "Ł",
    i: "ı", j: "ȷ", "-": "", "/": "", slash: "/", textsuperscript: null,
  };
  for (const [name, letter] of Object.entries(letters)) {
    if (letter !== null) inText[name] = ["Insert", letter];
  }

  new CommandMap("lectern-text-macros", inText, methods);
  new CommandMap("lectern-boxes", { ...inBoth, intertext: ["InterText"] }, methods);
  Configuration.create("lectern-text", {
    parser: "text", handler: { macro: ["lectern-text-macros"] }, priority: 1,
  });

  // In a formula of one line a comment leaves out the rest of it, which nobody wants.
  for (const name of ["special", "text-special"]) {
    const comment = map(name).lookup("%");
    map(name).add("%", new Macro("%", (parser, ...details) => {
      const page = (parser.texParser ?? parser).configuration.lecternPage;
      if (page?.hasOneLine && !parser.string.includes("\n", parser.i)) {
        throw new TexError("CommentInLine", "'%%' begins a comment, so what follows is left out");
      }
      return comment.func(parser, ...details);
    }, comment.args));
  }

  // MathJax knows no kind for some characters, such as ₹ and ə. They are text.
  const { RANGES } = MathJax._.core.MmlTree.OperatorDictionary;
  const known = RANGES.splice(0).map((range) => {
    if (range[4] === "normnal") range[4] = "normal";
    return range;
  });
  let next = 0;
  for (const range of known) {
    if (range[0] > next) RANGES.push([next, range[0] - 1, 0, "mtext"]);
    RANGES.push(range);
    next = range[1] + 1;
  }
  RANGES.push([next, 0x10ffff, 0, "mtext"]);
})();
