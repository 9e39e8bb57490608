/// The links in a PDF file that lead to files beside it.
///
/// Chromium makes each address a whole one, which would name the folder in which it was printed. So such a
/// link has a scheme of its own while it is printed, which is taken out of the file.
package enum PDFLinks {
  /// What stands before an address that leads to a file beside the page.
  package static let scheme = "lectern-beside:"

  /// The file with these addresses as they were, and as long as it is, so that all places in it stay true.
  static func relative(in file: [UInt8]) -> [UInt8] {
    let mark = Array("(\(scheme)".utf8)
    var file = file
    var at = file.startIndex
    while let found = file[at...].firstRange(of: mark) {
      at = found.upperBound
      var end = at
      while end < file.endIndex, file[end] != UInt8(ascii: ")") {
        end += file[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      guard end < file.endIndex else { break }
      let address = file[at...end]
      let spaces = Array(repeating: UInt8(ascii: " "), count: scheme.utf8.count)
      file.replaceSubrange((found.lowerBound + 1)...end, with: address + spaces)
    }
    return file
  }
}
