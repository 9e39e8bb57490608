import Bibliography
import Testing

@Suite("Links")
struct LinkTests {
  @Test(
    "a reference links to its DOI, or else its address, and to arXiv",
    arguments: [
      ("doi={10.1000/182}", "https://doi.org/10.1000/182"),
      ("doi={doi:10.1/x}", "https://doi.org/10.1/x"),
      ("doi={https://doi.org/10.1/X_y}", "https://doi.org/10.1/X_y"),
      ("doi={10.1/x\\_y}", "https://doi.org/10.1/x_y"),
      ("doi={http://dx.doi.org/10.1/x}, url={https://a.b}", "https://doi.org/10.1/x"),
      ("doi={10.1002/(SICI)1:4<3::A>3.0}", "https://doi.org/10.1002/(SICI)1:4%3C3::A%3E3.0"),
      ("doi={10.1002/1:4&lt;3::A&gt;3#x}", "https://doi.org/10.1002/1:4%3C3::A%3E3%23x"),
      ("url={https://a.b/c_d?e=f&g=h%20i#j}", "https://a.b/c_d?e=f&g=h%20i#j"),
      ("url={http://a.b/c\\_d\\%20\\&\\~{}e}", "http://a.b/c_d%20&~e"),
      ("url={\\url{https://a.b}}", "https://a.b"),
      ("url={https://a.b/$\\sim$me/}", "https://a.b/~me/"),
      ("url={https://a.b/\n  c}", "https://a.b/c"),
      ("url={https://a.b/1 https://a.b/2}", "https://a.b/1"),
      ("url={HTTPS://a.b/\"<x>}", "https://a.b/%22%3Cx%3E"),
      ("eprint={1706.03762v5}, archivePrefix={arXiv}", "https://arxiv.org/abs/1706.03762v5"),
      ("eprint={arXiv:hep-th/9901001}, eprinttype={arxiv}", "https://arxiv.org/abs/hep-th/9901001"),
      ("eprint={1706.03762}", "https://arxiv.org/abs/1706.03762"),
      (
        "eprint={1706.03762}, url={http://arxiv.org/abs/1706.03762}",
        "https://arxiv.org/abs/1706.03762"
      ),
      ("eprint={1706.03762}, doi={10.48550/arXiv.1706.03762}", "https://arxiv.org/abs/1706.03762"),
      (
        "eprint={1706.03762}, doi={10.1/x}",
        "https://arxiv.org/abs/1706.03762 https://doi.org/10.1/x"
      ),
      ("eprint={123}, eprinttype={pubmed}", ""), ("eprint={1/../../x}, eprinttype={arxiv}", ""),
      ("note={\\href{https://a.b}{here}}, url={https://a.b}", "https://a.b"),
    ]
  )
  func addresses(_ fields: String, _ expected: String) {
    let bibliography = Bibliography("@misc{k, title={T}, \(fields)}")
    #expect(bibliography.findings.isEmpty)
    let text = bibliography.references(citing: ["k"]).entries.first?.text ?? []
    #expect(links(in: text).joined(separator: " ") == expected)
  }

  @Test(
    "nothing but the web is linked to",
    arguments: [
      "url={javascript:alert(1)}", "url={ JavaScript:alert(1)}", "url={data:text/html,x}",
      "url={ftp://a.b}",
      "url={//a.b}", "url={file:///etc/passwd}", "url={https:javascript}", "url={https://}",
      "url={www.a.b}",
      "doi={javascript:10.1/x}", "howpublished={\\url{vbscript:x}}",
      "note={\\href{javascript:x}{y}}",
    ]
  )
  func dangers(_ field: String) {
    let bibliography = Bibliography("@misc{k, title={T}, \(field)}")
    #expect(bibliography.diagnostics.map(\.severity) == [.warning])
    let text = bibliography.references(citing: ["k"]).entries.first?.text ?? []
    #expect(links(in: text).isEmpty)
    #expect(text.count > 1)
  }

  private func links(in text: [BibliographyText]) -> [String] {
    text.flatMap { piece in
      switch piece {
      case .text, .math: [String]()
      case .emphasis(let inner): links(in: inner)
      case .link(let address, _): [address]
      }
    }
  }
}
