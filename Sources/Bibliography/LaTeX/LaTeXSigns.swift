/// The commands that stand for a letter or a sign.
enum LaTeXSigns {
  /// What each command stands for, by its name without the backslash.
  static let signs: [String: String] = [
    // Letters
    "ss": "ß", "SS": "ẞ", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "dj": "đ", "DJ": "Đ", "ng": "ŋ", "NG": "Ŋ", "i": "ı", "j": "ȷ",
    // Names
    "TeX": "TeX", "LaTeX": "LaTeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX",
    // Punctuation
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—",
    "textquoteleft": "‘", "textquoteright": "’", "textquotedblleft": "“",
    "textquotedblright": "”", "textquotedbl": "\"", "textquotesingle": "'", "quotedblbase": "„",
    "quotesinglbase": "‚", "guillemotleft": "«", "guillemotright": "»", "guilsinglleft": "‹",
    "guilsinglright": "›", "textexclamdown": "¡", "textquestiondown": "¿",
    "textperiodcentered": "·", "textbullet": "•", "slash": "/",
    // Signs
    "textasciitilde": "~", "textasciicircum": "^", "textasciigrave": "`",
    "textbackslash": "\\", "textunderscore": "_", "textbar": "|", "textless": "<",
    "textgreater": ">", "textbraceleft": "{", "textbraceright": "}", "lbrace": "{",
    "rbrace": "}", "textdollar": "$", "textdegree": "°", "copyright": "©",
    "textcopyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    "textsterling": "£", "euro": "€", "texteuro": "€", "textyen": "¥", "S": "§",
    "textsection": "§", "P": "¶", "dag": "†", "textdagger": "†", "ddag": "‡", "textmu": "µ",
    "textordfeminine": "ª", "textordmasculine": "º", "textonehalf": "½", "texttimes": "×",
    "textpm": "±", "textminus": "−",
    // Space
    "quad": " ", "qquad": " ", "space": " ", "newline": " ", "linebreak": " ", "par": " ",
    "enspace": " ", "thinspace": "\u{202F}", "nobreakspace": "\u{A0}",
  ]
}
