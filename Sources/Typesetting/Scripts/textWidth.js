// How wide text is, which Vega would ask a canvas: typical widths of a sans-serif's letters, in
// hundredths of the font's size.
(() => {
  const widths = {};
  const groups = {
    22: "ijl'", 28: " .,:;!|/\\It[]f()", 33: "r-\"`*", 38: "^", 50: "ckszvxyJ",
    56: "abdeghnopqu0123456789L$?_F",
    60: "+=<>~TZ#", 67: "ABEKPSVXY&", 72: "CDHNRUw{}", 78: "GOQ",
    83: "mM%", 94: "W", 100: "@\u2014\u2026",
  };
  for (const [width, letters] of Object.entries(groups)) {
    for (const letter of letters) widths[letter] = Number(width) / 100;
  }
  const isWide = (letter) => letter.codePointAt(0) >= 0x1100;

  const widthOfText = (text) => {
    let sum = 0;
    for (const letter of text) sum += widths[letter] ?? (isWide(letter) ? 1 : 0.6);
    return sum;
  };

  vega.textMetrics.width = (item, text) => {
    const line = String(text ?? "");
    const weight = /bold|[6-9]00/.test(item.fontWeight ?? "") ? 1.06 : 1;
    return widthOfText(line) * weight * (item.fontSize ?? 11);
  };
})();
