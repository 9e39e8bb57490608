/// What is said otherwise in some regions than nearly everywhere else where a language is spoken.
extension Words {
  /// In Switzerland and Liechtenstein there is no `ß`.
  static let swissGerman = german.merging([
    .close: "Schliessen", .footnotes: "Fussnoten", .footnote: "Fussnote #",
  ]) { $1 }

  /// Where English is not that of the United States.
  static let commonwealthEnglish = english.merging([.license: "Licence"]) { $1 }

  /// The table of Portuguese is Brazil's.
  static let europeanPortuguese = portuguese.merging([
    .section: "Secção",
    .sections: "Secções",
    .contents: "Índice",
    .next: "Seguinte",
    .missing: "Não existe nenhuma página aqui",
    .download: "Descarregar",
    .search: "Pesquisar",
    .searchIn: "Pesquisar no curso",
    .traps: "é interrompido",
    .standardError: "Saída de erros",
    .permalink: "Ligação permanente",
    .done: "Concluído",
    .toDo: "Por fazer",
    .slides: "Diapositivos",
  ]) { $1 }
}
