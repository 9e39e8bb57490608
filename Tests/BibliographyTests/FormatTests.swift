import Bibliography
import Testing

@Suite("References by type")
struct FormatTests {
  @Test(
    "articles",
    arguments: [
      (
        "@article{k, author={A. Bee}, title={On bees}, journal={J. Bees}, volume=3, number={1-2}, pages={10-20}, year=2000}",
        "Bee, A. (2000). On bees. *J. Bees*, *3*(1-2), 10–20."
      ),
      (
        "@article{k, author={A. Bee}, title={Why bees?}, journal={J. Bees}, year=2000}",
        "Bee, A. (2000). Why bees? *J. Bees*."
      ),
      (
        "@article{k, author={A. Bee}, title={Bees}, journaltitle={Nature}, number=7, date={2000-05-01}, doi={10.1/b}}",
        "Bee, A. (2000). Bees. *Nature*, (7). [https://doi.org/10.1/b](https://doi.org/10.1/b)"
      ),
      (
        "@article{k, author={A. Bee}, title={Bees}, journal={PLoS}, volume=1, eid={e12}, year=2000, note={In German}}",
        "Bee, A. (2000). Bees. *PLoS*, *1*, Article e12. In German."
      ),
      ("@article{k, title={Bees.}, journal={The Times}, year=1900}", "Bees. (1900). *The Times*."),
      (
        "@article{k, author={A. Bee}, title={Bees}, subtitle={A {$\\beta$}-study}, journal={X}, year=2000}",
        "Bee, A. (2000). Bees: A $\\beta$-study. *X*."
      ),
      ("@article{k, author={A. Bee}, year=2000, volume=3, pages=7}", "Bee, A. (2000). *3*, 7."),
    ]
  )
  func articles(_ entry: String, _ expected: String) { check(entry, expected) }

  @Test(
    "books and their parts",
    arguments: [
      (
        "@book{k, author={A. Bee}, title={Bees}, edition=2, series={Insects}, volume=3, publisher={Hive}, address={Rome}, year=2000}",
        "Bee, A. (2000). *Bees* (2nd ed., Insects, Vol. 3). Hive."
      ),
      (
        "@book{k, editor={A. Bee and B. Cee}, title={Bees}, address={Rome}, year=2000}",
        "Bee, A., & Cee, B. (Eds.). (2000). *Bees*. Rome."
      ),
      ("@book{k, title={Bees}, publisher={Hive}, year=2000}", "Hive. (2000). *Bees*."),
      (
        "@book{k, author={Hive}, title={Bees}, publisher={Hive}, year=2000}",
        "Hive. (2000). *Bees*."
      ),
      (
        "@book{k, author={A. Bee}, translator={C. Dee}, title={Bees}, edition={Revised}, year=2000}",
        "Bee, A. (2000). *Bees* (Revised ed., C. Dee, Trans.)."
      ),
      (
        "@inbook{k, author={A. Bee}, title={Bees}, chapter=6, pages={1--9}, publisher={Hive}, year=2000}",
        "Bee, A. (2000). *Bees* (chap. 6, pp. 1–9). Hive."
      ),
      (
        "@inbook{k, author={A. Bee}, title={Wings}, booktitle={Bees}, bookauthor={C. Dee}, pages=4, year=2000}",
        "Bee, A. (2000). Wings. In C. Dee, *Bees* (p. 4)."
      ),
      (
        "@incollection{k, author={A. Bee}, title={Wings}, booktitle={Bees}, editor={C. Dee and E. Eff and G. Aitch}, publisher={Hive}, year=2000}",
        "Bee, A. (2000). Wings. In C. Dee, E. Eff, & G. Aitch (Eds.), *Bees*. Hive."
      ),
      (
        "@inproceedings{k, author={A. Bee}, title={Wings!}, booktitle={Proc. of Bees}, series={LNCS}, number=12, pages={pp. 1--2}, organization={ACM}, year=2000}",
        "Bee, A. (2000). Wings! In *Proc. of Bees* (LNCS, No. 12, pp. 1–2). ACM."
      ),
      (
        "@conference{k, author={A. Bee}, title={Wings}, pages={5-6}, year=2000}",
        "Bee, A. (2000). Wings. pp. 5–6."
      ),
      (
        "@inproceedings{k, editor={A. Bee}, title={Wings}, booktitle={Bees}, year=2000}",
        "Bee, A. (Ed.). (2000). Wings. In *Bees*."
      ),
      (
        "@proceedings{k, title={Proc. of Bees}, editor={A. Bee}, volume=4, publisher={Hive}, year=2000}",
        "Bee, A. (Ed.). (2000). *Proc. of Bees* (Vol. 4). Hive."
      ),
      ("@proceedings{k, booktitle={Bees}, organization={ACM}, year=2000}", "ACM. (2000). *Bees*."),
      ("@collection{k, title={Bees}, year=2000}", "*Bees*. (2000)."),
    ]
  )
  func books(_ entry: String, _ expected: String) { check(entry, expected) }

  @Test(
    "reports, theses and manuals",
    arguments: [
      (
        "@techreport{k, author={A. Bee}, title={Bees}, number={TR-1}, institution={MIT}, year=2000}",
        "Bee, A. (2000). *Bees* (Technical report No. TR-1). MIT."
      ),
      (
        "@report{k, author={A. Bee}, title={Bees}, type={resreport}, institution={MIT}, year=2000}",
        "Bee, A. (2000). *Bees* (Research report). MIT."
      ),
      (
        "@report{k, author={A. Bee}, title={Bees}, number=7, year=2000}",
        "Bee, A. (2000). *Bees* (No. 7)."
      ),
      (
        "@techreport{k, institution={{MIT and IBM}}, title={Bees}, year=2000}",
        "MIT and IBM. (2000). *Bees* (Technical report)."
      ),
      (
        "@phdthesis{k, author={A. Bee}, title={Bees}, school={ETH Z{\\\"u}rich}, year=2000}",
        "Bee, A. (2000). *Bees* [Doctoral dissertation, ETH Zürich]."
      ),
      (
        "@mastersthesis{k, author={A. Bee}, title={Bees}, type={Diplomarbeit}, school={TU}, year=2000}",
        "Bee, A. (2000). *Bees* [Diplomarbeit, TU]."
      ),
      (
        "@thesis{k, author={A. Bee}, title={Bees}, type={phdthesis}, institution={TU}, date={2000-02}}",
        "Bee, A. (2000). *Bees* [Doctoral dissertation, TU]."
      ),
      (
        "@mastersthesis{k, author={A. Bee}, title={Bees}, year=2000}",
        "Bee, A. (2000). *Bees* [Master’s thesis]."
      ),
      (
        "@manual{k, title={Bees}, organization={GNU}, edition={Third}, version={2.1}, year=2000}",
        "GNU. (2000). *Bees* (3rd ed., Version 2.1)."
      ),
      ("@manual{k, title={Bees}}", "*Bees*. (n.d.)."),
    ]
  )
  func reports(_ entry: String, _ expected: String) { check(entry, expected) }

  @Test(
    "what is online, unpublished and everything else",
    arguments: [
      (
        "@unpublished{k, author={A. Bee}, title={Bees}, month=apr, year=2000}",
        "Bee, A. (2000, April). *Bees* [Unpublished manuscript]."
      ),
      (
        "@unpublished{k, author={A. Bee}, title={Bees}, note={Lecture notes}}",
        "Bee, A. (n.d.). *Bees*. Lecture notes."
      ),
      (
        "@online{k, author={{Apple Inc.}}, title={Swift}, date={2016-05-01}, url={https://swift.org/a_b}, urldate={2020-12-31}}",
        "Apple Inc. (2016, May 1). *Swift*. Retrieved December 31, 2020, from [https://swift.org/a_b](https://swift.org/a_b)"
      ),
      (
        "@www{k, title={Swift}, organization={Swift.org}, url={https://swift.org}, urldate={May 2020}}",
        "Swift.org. (n.d.). *Swift*. Retrieved May 2020, from [https://swift.org](https://swift.org)"
      ),
      (
        "@electronic{k, author={A. Bee}, title={Bees}, month=5, day=2, year=2000}",
        "Bee, A. (2000, May 2). *Bees*."
      ),
      (
        "@software{k, author={A. Bee}, title={bees}, version={v2}, publisher={Zenodo}, doi={10.5281/z.1}, year=2000}",
        "Bee, A. (2000). *bees* (v2) [Computer software]. Zenodo. [https://doi.org/10.5281/z.1](https://doi.org/10.5281/z.1)"
      ),
      (
        "@dataset{k, author={A. Bee}, title={Bees}, year=2000}",
        "Bee, A. (2000). *Bees* [Data set]."
      ),
      (
        "@patent{k, author={A. Bee}, title={Hive}, type={patentus}, number={123}, year=2000}",
        "Bee, A. (2000). *Hive* (U.S. Patent No. 123)."
      ),
      (
        "@misc{k, author={A. Bee}, title={Bees}, howpublished={\\url{https://b.e/s}}, url={https://b.e/s}, year=2000}",
        "Bee, A. (2000). *Bees*. [https://b.e/s](https://b.e/s)"
      ),
      (
        "@misc{k, author={A. Bee}, title={Bees}, journal={Honey}, volume=2, year=2000}",
        "Bee, A. (2000). Bees. *Honey*, *2*."
      ),
      (
        "@misc{k, author={A. Bee}, title={Bees}, booktitle={Honey}, year=2000}",
        "Bee, A. (2000). Bees. In *Honey*."
      ),
      ("@misc{k, title={What is it?}, note={A “note.”}}", "*What is it?* (n.d.). A “note.”"),
      ("@misc{k, author={A. Bee}}", "Bee, A. (n.d.)."),
      ("@misc{k}", "k. (n.d.)."),
    ]
  )
  func others(_ entry: String, _ expected: String) {
    #expect(Bibliography(entry).references == [expected])
  }

  @Test(
    "pages have a dash between them",
    arguments: [
      ("211--217", "211–217"), ("211-217", "211–217"), ("211 -- 217", "211–217"),
      ("211---217", "211–217"),
      ("1-2,5,8--9", "1–2, 5, 8–9"), ("A-12--A-15", "A-12–A-15"), ("12", "12"), ("pp. 3-4", "3–4"),
      ("211–217", "211–217"), ("5+", "5+"), ("", ""), ("e1-e9", "e1–e9"), ("S3--", "S3"),
    ]
  )
  func pages(_ pages: String, _ expected: String) {
    let tail = expected.isEmpty ? "" : ", \(expected)"
    check(
      "@article{k, author={A}, title={T}, journal={J}, pages={\(pages)}}",
      "A. (n.d.). T. *J*\(tail)."
    )
  }

  @Test(
    "editions are ordinal numbers",
    arguments: [
      ("2", "2nd ed."), ("Second", "2nd ed."), ("2nd", "2nd ed."), ("11", "11th ed."),
      ("23", "23rd ed."),
      ("Revised", "Revised ed."), ("2nd ed.", "2nd ed."), ("First edition", "First edition"),
    ]
  )
  func editions(_ edition: String, _ expected: String) {
    check("@book{k, author={A}, title={T}, edition={\(edition)}}", "A. (n.d.). *T* (\(expected)).")
  }

  private func check(_ entry: String, _ expected: String) {
    let bibliography = Bibliography(entry)
    #expect(bibliography.findings.isEmpty)
    #expect(bibliography.references == [expected])
  }
}
