import Bibliography
import Documents

/// A BibTeX file, whatever it holds, gives references and messages at places in it, in time that grows with it.
func fuzz(_ bytes: [UInt8]) {
  let source = SourceText(path: "a.bib", bytes: bytes)
  let bibliography = Bibliography([source])
  hold(bibliography.diagnostics, in: source)
  let list = bibliography.references(citing: bibliography.keys)
  hold(list.entries.count <= bibliography.keys.count, "no reference comes from nowhere")
  holdLinear(bytes) { _ = Bibliography([SourceText(path: "a.bib", bytes: $0)]) }
}
