import Documents
import NotebookSyntax

/// The flags that a document may give the compiler: those that say how its code is to be understood, and where more
/// of it is.
///
/// Others could have the compiler, its C compiler or the linker start programs or load libraries that the document
/// brings along, or write where they please. Those that the folder's `lectern.yml` names are allowed too.
struct AllowedFlags {
  /// The options that are allowed besides, by their words.
  let others: Set<String>

  /// What is wrong with the flags of a document, each at its place.
  func faults(of notebook: Notebook) -> [Diagnostic] {
    // The folder's own flags are its owner's.
    guard let range = notebook.frontMatter.swiftFlagsRange else { return [] }
    let source = notebook.source
    return refused(in: notebook.frontMatter.swiftFlags).map { words in
      let last = words.last ?? words[0]
      let place = source.bytes[range].firstRange(of: Array(last.utf8)) ?? range
      let allowing = Self.handingOn[words[0]] == nil ? words[0] : last
      return Diagnostic(
        .error,
        .refusedFlag,
        "a document cannot give the compiler '\(words.joined(separator: " "))'",
        help:
          "allowed are \(Self.summary); 'allowed-flags: [\(allowing)]' in lectern.yml allows this one",
        in: source,
        at: place
      )
    }
  }

  /// The options that are not allowed, each behind the one that hands it on, if there is one.
  func refused(in flags: [String]) -> [[String]] {
    var refused: [[String]] = []
    var rest = flags[...]
    while let first = rest.popFirst() {
      if let options = Self.handingOn[first], !others.contains(first) {
        guard let option = rest.popFirst() else { break }
        if options.takesValue(option), rest.first == first {
          rest = rest.dropFirst(2)
        } else if !options.allows(option), !others.contains(option) {
          refused.append([first, option])
        }
      } else if OptionList.swift.takesValue(first) {
        _ = rest.popFirst()
      } else if others.contains(first) {
        // What it is given, where that is a word of its own.
        if rest.first?.hasPrefix("-") == false || first.hasPrefix("-X") { _ = rest.popFirst() }
      } else if first.hasPrefix("-X"), let option = rest.popFirst() {
        // It hands on what only its own tool understands.
        refused.append([first, option])
      } else if !OptionList.swift.allows(first), !Self.isInput(first) {
        refused.append([first])
      }
    }
    return refused
  }

  private static let handingOn: [String: OptionList] = ["-Xcc": .clang, "-Xfrontend": .frontend]

  /// Whether a word is a file that is compiled or linked with the program, as part of which it then runs.
  private static func isInput(_ word: String) -> Bool {
    !word.hasPrefix("-") && !word.hasPrefix("@")
      && PathOptions.inputs.contains(where: word.hasSuffix)
  }

  private static let summary =
    "options that say how code is understood and where more of it is, such as -O, -D, -I, -l and those of the "
    + "language"
}

/// Options of one tool.
private struct OptionList {
  /// Those that are whole words.
  var words: Set<String> = []
  /// Those whose value is the next word.
  var valued: Set<String> = []
  /// Those whose value follows in the same word.
  var joined: [String] = []

  /// Whether `-l` names a library, which is linked with the program.
  var linksLibraries = false

  func takesValue(_ option: String) -> Bool { valued.contains(option) }

  /// `-load-plugin-library` and its like name none.
  private func namesLibrary(_ option: String) -> Bool {
    linksLibraries && option.wholeMatch(of: /-l[A-Za-z0-9_.+]+/) != nil
  }

  func allows(_ option: String) -> Bool {
    if words.contains(option) { return true }
    // With a comma they are for other tools.
    if option.hasPrefix("-W"), option.contains(",") { return false }
    return joined.contains { option.hasPrefix($0) && option != $0 } || namesLibrary(option)
  }
}

extension OptionList {
  fileprivate static let swift = OptionList(
    words: [
      "-O", "-Onone", "-Osize", "-Ounchecked", "-g", "-gnone", "-gline-tables-only",
      "-enable-testing", "-application-extension", "-warnings-as-errors", "-no-warnings-as-errors",
      "-suppress-warnings", "-suppress-remarks", "-enable-actor-data-race-checks",
      "-disable-actor-data-race-checks", "-enable-bare-slash-regex", "-strict-memory-safety",
      "-assume-single-threaded", "-static-stdlib", "-no-static-stdlib",
    ],
    valued: [
      "-D", "-I", "-Isystem", "-F", "-Fsystem", "-L", "-framework", "-swift-version",
      "-language-mode", "-enable-upcoming-feature", "-disable-upcoming-feature",
      "-enable-experimental-feature", "-disable-experimental-feature", "-default-isolation",
      "-package-name", "-import-objc-header", "-import-bridging-header", "-Werror", "-Wwarning",
    ],
    joined: [
      "-D", "-I", "-F", "-L", "-strict-concurrency=", "-default-isolation=",
      "-enforce-exclusivity=",
      "-cxx-interoperability-mode=", "-sanitize=", "-warn-",
    ],
    linksLibraries: true
  )

  fileprivate static let clang = OptionList(
    words: [
      "-w", "-fexceptions", "-fno-exceptions", "-frtti", "-fno-rtti", "-fblocks", "-fwrapv",
      "-ffast-math", "-fno-strict-aliasing", "-fsigned-char", "-funsigned-char", "-pthread",
    ],
    valued: ["-I", "-D", "-U", "-isystem", "-iquote", "-idirafter", "-include", "-imacros"],
    joined: [
      "-I", "-D", "-U", "-O", "-isystem", "-iquote", "-std=", "-W", "-fmodule-map-file=", "-march=",
      "-mcpu=", "-mtune=",
    ]
  )

  fileprivate static let frontend = OptionList(
    words: ["-disable-availability-checking", "-disable-reflection-metadata"],
    joined: ["-warn-", "-enable-experimental-", "-enable-upcoming-", "-solver-"]
  )
}
