import Files
import NotebookPDF
import ResultStore

extension PageForm {
  /// Tells the programs by which this form is made from any others.
  var tools: [String] {
    guard self == .pdf, let program = PDFPrinter().program else { return [] }
    return [program, FileStamp(of: program)?.text ?? ""]
  }

  /// Why this form cannot be made here; `nil` where it can.
  var missingTool: InputFault? {
    guard self == .pdf, PDFPrinter().program == nil else { return nil }
    let fault = PDFPrinter.Fault.missing
    let help = fault.help.map { "\n    = help: " + $0 } ?? ""
    return InputFault(status: .failure, message: "error: \(fault.message)\(help)")
  }
}
