// How wide text is, which Vega would ask a canvas: typical widths of a sans-serif's letters, in
// hundredths of the font's size. They are on the generous side, as the reader's font is not known and
// a gap looks better than an overlap.
(() => {
  const widths = {};
  const groups = {
    25: "ijl'", 32: " .,:;!|/\\It[]f()", 38: "r-\"`*", 42: "^", 55: "ckszvxyJ",
    62: "abdeghnopqu0123456789L$?_F",
    70: "+=<>~TZ#\u2212", 73: "ABEKPSVXY&", 78: "CDHNRUw{}", 82: "GOQ",
    92: "mM%", 100: "W@\u2014\u2026",
  };
  for (const [width, letters] of Object.entries(groups)) {
    for (const letter of letters) widths[letter] = Number(width) / 100;
  }
  const isCombining = (letter) => /\p{Mn}/u.test(letter);
  // Small raised and lowered letters and digits.
  const isSmall = (letter) => /[\u00b2\u00b3\u00b9\u2070-\u209c\u1d43-\u1d6a]/.test(letter);
  const isWide = (letter) => {
    const code = letter.codePointAt(0);
    return code >= 0x1100 && !(code >= 0x1d00 && code < 0x2e80);
  };

  const widthOfLetter = (letter) => {
    if (letter in widths) return widths[letter];
    if (isCombining(letter)) return 0;
    return isSmall(letter) ? 0.42 : isWide(letter) ? 1.05 : 0.68;
  };

  const widthOfText = (text) => {
    let sum = 0;
    for (const letter of text) sum += widthOfLetter(letter);
    return sum;
  };

  vega.textMetrics.width = (item, text) => {
    const line = lectern.withOwnNames(String(text ?? ""));
    const weight = /bold|[6-9]00/.test(item.fontWeight ?? "") ? 1.13 : 1;
    return widthOfText(line) * weight * (item.fontSize ?? 11);
  };
})();
