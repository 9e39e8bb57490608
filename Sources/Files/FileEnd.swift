/// Writing behind what a file holds already.
package enum FileEnd {
  /// Adds bytes to a file, and makes it where it is not there.
  package static func append(_ bytes: [UInt8], to path: String) throws(SystemFault) {
    do throws(SystemFault) {
      let file = try OpenFile(appending: path)
      try file.write(bytes)
      try file.finish()
    } catch {
      guard error.isAbsence else { throw error }
      let file = try OpenFile(making: path)
      try file.write(bytes)
      try file.finish()
    }
  }
}
