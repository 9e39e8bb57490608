import Testing

@testable import NotebookExecution

@Suite("The flags that a document may give")
struct AllowedFlagTests {
  @Test(
    "are those that say how its code is understood",
    arguments: [
      "-O", "-D COURSE", "-DCOURSE", "-I include", "-Iinclude", "-lm -L lib", "helper.swift lib.a",
      "-default-isolation MainActor", "-enable-upcoming-feature ExistentialAny",
      "-enable-experimental-feature Lifetimes -strict-concurrency=complete",
      "-Xcc -I -Xcc include -Xcc -DA=1 -Xcc -std=c11 -Xcc -include -Xcc a.h", "-Xcc -Wall",
      "-Xfrontend -warn-long-function-bodies=100", "-sanitize=thread", "-package-name a",
    ]
  )
  func harmless(_ flags: String) {
    #expect(refused(flags) == [])
  }

  @Test(
    "are none that start programs, load libraries or write",
    arguments: [
      "-load-plugin-executable a#B": ["-load-plugin-executable", "a#B"],
      "-load-plugin-library a.so": ["-load-plugin-library"],
      "-load-pass-plugin=a.so": ["-load-pass-plugin=a.so"],
      "-Xcc -fplugin=a.so": ["-Xcc -fplugin=a.so"],
      "-Xcc -Xclang -Xcc -load": ["-Xcc -Xclang", "-Xcc -load"],
      "-Xcc -mllvm -Xcc -load=a.so": ["-Xcc -mllvm", "-Xcc -load=a.so"],
      "-Xcc -Wl,-plugin,a.so": ["-Xcc -Wl,-plugin,a.so"],
      "-Xlinker -plugin": ["-Xlinker -plugin"],
      "-tools-directory bin": ["-tools-directory", "bin"], "-use-ld=/tmp/ld": ["-use-ld=/tmp/ld"],
      "-ld-path=a": ["-ld-path=a"], "@flags": ["@flags"], "-Xllvm -x": ["-Xllvm -x"],
      "-Xfrontend -load-plugin-executable -Xfrontend a": [
        "-Xfrontend -load-plugin-executable", "-Xfrontend a",
      ],
      "-Xfrontend -disable-sandbox": ["-Xfrontend -disable-sandbox"],
      "-Xclang-linker -B": ["-Xclang-linker -B"], "-o /tmp/a": ["-o", "/tmp/a"],
      "-emit-module-path a": ["-emit-module-path", "a"], "-plugin-path a": ["-plugin-path", "a"],
      "-driver-use-frontend-path a": ["-driver-use-frontend-path", "a"], "-sdk a": ["-sdk", "a"],
      "-index-store-path a": ["-index-store-path", "a"], "-D -Xlinker -O": [],
      "-D A -Xlinker": ["-Xlinker"],
    ]
  )
  func harmful(_ flags: String, _ expected: [String]) {
    #expect(refused(flags) == expected)
  }

  @Test("are those too that lectern.yml allows")
  func allowed() {
    let others: Set = ["-Xlinker", "-load-plugin-executable", "-fplugin=a.so"]
    #expect(
      refused("-Xlinker -plugin -load-plugin-executable a#B -Xcc -fplugin=a.so -O", others) == []
    )
    #expect(refused("-Xlinker -plugin -use-ld=a", others) == ["-use-ld=a"])
  }

  private func refused(_ flags: String, _ others: Set<String> = []) -> [String] {
    AllowedFlags(others: others).refused(in: flags.split(separator: " ").map(String.init))
      .map { $0.joined(separator: " ") }
  }
}
