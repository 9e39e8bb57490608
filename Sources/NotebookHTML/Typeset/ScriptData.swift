/// JSON inside a page.
enum ScriptData {
  /// JSON that cannot end the `script` element around it.
  ///
  /// `<` occurs in JSON only inside strings, where it may as well be written as an escape.
  static func safe(_ json: String) -> String {
    guard json.utf8.contains(UInt8(ascii: "<")) else { return json }
    var safe: [UInt8] = []
    safe.reserveCapacity(json.utf8.count + 64)
    for byte in json.utf8 {
      if byte == UInt8(ascii: "<") {
        safe += Array("\\u003c".utf8)
      } else {
        safe.append(byte)
      }
    }
    return String(decoding: safe, as: UTF8.self)
  }
}
