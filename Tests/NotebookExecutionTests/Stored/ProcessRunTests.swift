import Testing

@Suite("Stored values after what earlier statements did to the process")
struct ProcessRunTests {
  @Test("is done again, and a value that tells it is computed anew")
  func endToEnd() async throws {
    let trial = try StoreTrial()
    func value(_ seed: Int) async -> [String] {
      await trial.run("srand48(\(seed))\nstored(\"v\") { Int(drand48() * 1e6) }").transcript.shown
    }
    let first = await value(1)
    let second = await value(2)
    #expect(first != second)
    #expect(await value(1) == first)
  }
}
