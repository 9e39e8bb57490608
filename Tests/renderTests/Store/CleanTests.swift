import Foundation
import ResultStore
import TestSupport
import Testing

@testable import NotebookProject
@testable import render

@Suite("Forgetting results")
struct CleanTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  private func clean(
    _ paths: String...,
    store: String? = nil
  ) -> (status: JobStatus, output: String, errors: String) {
    let sink = Sink()
    let job = CleanJob(
      paths: paths.map(folder.path),
      storePath: store.map(folder.path)
    )
    let status = job.run(on: sink.terminal())
    let (output, errors) = sink.written(in: folder)
    return (status, output, errors)
  }

  @Test("of documents that are not there is an error")
  func missing() {
    let (status, output, errors) = clean("nowhere", "here.md")
    #expect(status == .noInput)
    #expect(output == "")
    #expect(
      errors == """
        nowhere: error: there is no such file or folder
        here.md: error: there is no such file or folder

        """
    )
  }

  @Test("leaves a folder alone that is no store, and is an error")
  func foreign() throws {
    try folder.write("mine", to: "letters/one.txt")
    let (status, output, errors) = clean(".", store: "letters")
    #expect(status == .inputOutput)
    #expect(output == "")
    #expect(errors.hasPrefix("error: The folder for earlier results, letters, is not empty"))
    #expect(try folder.read("letters/one.txt") == "mine")
  }

  @Test("forgets nothing where nothing is kept")
  func nothing() throws {
    try folder.write("# A\n", to: "course/a.md")
    let (status, output, errors) = clean("course")
    #expect(status == .success)
    #expect(output == "there are no results in course/.lectern\n")
    #expect(errors == "")
  }

  @Test("is warned of a store that keeps nothing where it would be used")
  func unusable() async throws {
    try folder.write("mine", to: "letters/one.txt")
    try folder.write("# A\n", to: "a.md")
    let result = try await Program.render("a.md", "--store", "letters", in: folder)
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("warning: The folder for earlier results, "))
    #expect(result.errors.hasSuffix("It is left alone, and nothing is kept.\n"))
  }
}
