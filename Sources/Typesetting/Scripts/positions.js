// Where in the TeX an error is. MathJax's parser knows how far it has read of a string that macros
// rewrite and arguments nest; here each parser remembers which part of its own original string it
// is at, and an error climbing out of nested parsers adds these places up.
(() => {
  const { prototype } = MathJax._.input.tex.TexParser.default;
  const TexError = MathJax._.input.tex.TexError.default;
  const push = prototype.Push;

  // What is left of the string shrinks while the original is read; it is longer than before only
  // within the expansion of a macro, whose place is the macro's.
  const advance = (parser) => {
    const left = parser.string.length - parser.i;
    if (left > parser.lecternLeft) return;
    parser.lecternLeft = left;
    parser.lecternAt = parser.lecternWhole.length - left;
  };

  const locate = (parser, error, at) => {
    if (!(error instanceof TexError)) return;
    const inner = error.lecternString;
    let offset = at;
    if (inner && inner !== parser.lecternWhole) {
      const braced = parser.lecternWhole.indexOf(`{${inner}}`, at);
      const found = braced < 0 ? parser.lecternWhole.indexOf(inner, at) : braced + 1;
      if (found >= 0) offset = found + error.lecternOffset;
    } else if (inner) {
      offset = error.lecternOffset;
    }
    error.lecternString = parser.lecternWhole;
    error.lecternOffset = offset;
  };

  // TeX itself lets 255 groups lie within each other. What is deeper would also take very long: each
  // argument is read again on each level.
  const deepest = 255;
  let depth = 0;
  lectern.tooDeep = `The formula is nested too deeply: TeX lets ${deepest} groups lie within each other`;
  const requireDepth = (number) => {
    if (number > deepest) throw new TexError("TooDeep", lectern.tooDeep);
  };

  // Where a parser's string begins in that of the parser around it. What a macro wrote has no place of its
  // own, so that all of it stands where the macro does.
  const origin = (outer, string) => {
    if (!outer) return { start: 0, length: string.length };
    const { lecternWhole: whole, lecternAt: at, lecternOrigin: { start, isFixed, length } } = outer;
    if (isFixed) return { start, length, isFixed };
    const braced = whole.indexOf(`{${string}}`, at);
    const found = braced < 0 ? whole.indexOf(string, at) : braced + 1;
    if (found >= 0) return { start: start + found, length: string.length };
    return { start: start + at, length: reached(outer) - at, isFixed: true };
  };

  const reached = (parser) => {
    const read = parser.lecternWhole.length - (parser.string.length - parser.i);
    return Math.max(read, parser.lecternAt + 1);
  };

  // The parser that is at work, and whether nodes are told where they come from.
  let current = null;
  lectern.notesPlaces = false;

  const note = (parser, node) => {
    if (!node || node.lecternPlace) return;
    const { start, length, isFixed } = parser.lecternOrigin;
    node.lecternPlace = isFixed
      ? [start, start + length] : [start + parser.lecternAt, start + reached(parser)];
  };

  prototype.Parse = function () {
    this.lecternWhole = this.string;
    this.lecternLeft = Infinity;
    this.lecternAt = 0;
    depth += 1;
    const outer = current;
    if (lectern.notesPlaces) {
      this.lecternOrigin = origin(outer, this.string);
      current = this;
    }
    try {
      requireDepth(depth);
      while (this.i < this.string.length) {
        advance(this);
        const character = this.getCodePoint();
        this.i += character.length;
        this.parse("character", [this, character]);
      }
    } catch (error) {
      locate(this, error, this.lecternAt);
      throw error;
    } finally {
      depth -= 1;
      current = outer;
    }
  };

  // At the end of the string what is still open is to blame: `{`, `\left` or `\begin`.
  prototype.Push = function (item) {
    if (item?.kind === "stop") {
      const top = this.stack.Top();
      try {
        return push.call(this, item);
      } catch (error) {
        locate(this, error, top?.lecternAt ?? this.lecternAt ?? 0);
        throw error;
      }
    }
    if (item) item.lecternAt = this.lecternAt;
    if (lectern.notesPlaces) {
      if (item?.attributes) note(this, item);
      else for (const node of item?.nodes ?? item?._nodes ?? []) note(this, node);
    }
    requireDepth(this.stack.stack?.length ?? 0);
    return push.call(this, item);
  };
})();
