import NotebookSyntax
import NotebookTranscript

/// `` `{swift} expr`=value `` in the text.
extension PromiseCheck {
  mutating func check(_ value: InlineValue, _ record: Transcript.Record) {
    guard let written = value.written else { return }
    let promise = Promise(kind: .text, range: value.range, text: written.text)
    list(promise)
    guard record.status == .ran else { return }
    var texts = [""]
    for case .value(let bundle) in record.output { texts = bundle.texts }
    let form = PromisedForm.isArray(texts) ? arrayForm : self.form
    let shown = form.text(like: written.text, among: texts)
    let document = source
    compare(
      PromisedText(
        promise: promise,
        shown: shown,
        subject: "the value is",
        place: { range in
          guard let range else { return written.range }
          let start = written.range.lowerBound + range.lowerBound
          return start..<start + range.count
        },
        edit: { WrittenValueEdit.edit(written, to: $0, in: document) },
        refusal: "the value does not fit into a line of text; write a shorter expression",
        form: form
      )
    )
  }
}
