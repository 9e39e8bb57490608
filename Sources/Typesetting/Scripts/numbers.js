// What a formula has to do with numbers, in MathJax's own reckoning: the page gives numbers by what is
// noted here.
lectern.watchTags = (tags, page) => {
  const { autoTag, makeTag, clearTag, start } = tags;
  tags.lecternTags = [];

  tags.autoTag = function () {
    const isGiven = this.currentTag.tag != null;
    autoTag.call(this);
    if (!isGiven) this.currentTag.lecternNumber = this.counter;
  };

  // MathJax's `multlined` takes its parser for the word that it has numbers.
  tags.start = function (environment, isTaggable, isNumbered) {
    const isInner = typeof isNumbered === "object";
    start.call(this, environment, isTaggable && !isInner, isNumbered && !isInner);
  };

  // MathJax forgets the letters of `subnumcases` where tags have a format.
  tags.formatNumber = (number, letter = null) =>
    page.numberPrefix + number + (letter === null ? "" : String.fromCharCode(96 + letter));

  tags.clearTag = function () {
    clearTag.call(this);
    this.currentTag.lecternNumber = null;
  };

  tags.makeTag = function () {
    const { tag, lecternNumber } = this.currentTag;
    this.lecternTags.push({ text: String(tag), number: lecternNumber ?? null, label: this.label || null });
    return makeTag.call(this);
  };
};

// The tags of a formula that begins to count at 1; how many numbers it takes; and the labels that name
// nothing in it.
lectern.numbersOf = (page, formula) => {
  const { tags } = page.input.parseOptions;
  tags.lecternTags = [];
  tags.allCounter = 0;
  page.compile(formula);
  const unnumbered = Object.keys(tags.labels).filter((name) => !tags.labels[name].id);
  return { tags: tags.lecternTags, count: tags.allCounter, unnumbered };
};
