/// A file as it grows over the years: exports of several programs, and entries made by hand.
enum MessyFile {
  static let text = #"""
    Encoding: UTF-8. Collected since 1998; questions to bib@example.org
    %% @article{retired, title = {Out of use}}

    @COMMENT{jabref-meta: databaseType:bibtex;}
    @comment{
    @article{parked, author = {Nobody}, title = {Parked}}
    }
    @preamble{ "\newcommand{\noopsort}[1]{} " # {\newcommand{\x}{}} }

    @STRING{nips  = "Advances in Neural Information Processing Systems"}
    @string(MK    = {Morgan Kaufmann})

    @InProceedings{bridle:90,
      author    = "Bridle, John S.",
      title     = "Training stochastic model recognition algorithms as networks can lead
                   to maximum mutual information estimation of parameters",
      booktitle = nips # " 2",
      editor    = {D.S. Touretzky},
      pages     = "211--217",
      publisher = mk,
      address   = {San Mateo, CA},
      year      = 1990
    }

    @article{gao2017,
      title={On the properties of the softmax function with application in game theory and reinforcement learning},
      author={Gao, Bolin and Pavel, Lacra},
      journal={arXiv preprint},
      archivePrefix = "arXiv",  eprint = "1704.00805",
      year={2017}, }

    @Book(goodfellow16,
     AUTHOR = {Ian Goodfellow and Yoshua Bengio and Aaron Courville},
     Title = {Deep {L}earning}, publisher = {{MIT} Press}, year = {2016},
     note = {\url{http://www.deeplearningbook.org}},
     url = {http://www.deeplearningbook.org},
     keywords = {deep learning, {unbalanced in spirit}}
    )

    @article{vandermaaten08,
      author  = {{van der Maaten}, Laurens and Hinton, Geoffrey~E.},
      title   = {Visualizing Data using {t-SNE}},
      journal = {Journal of Machine Learning Research},
      volume  = 9, number = {Nov}, pages = {2579-2605}, year = 2008,
      abstract = {We present a new technique (100% new),
    @ least for now, called "t-SNE".},
      file = {:papers/tsne.pdf:PDF}
    }

    @phdthesis{mueller, author={M{\"u}ller-L{\"u}denscheidt, J{\"u}rgen}, title={{\"U}ber $\sigma(z)_i$ --- ``sanft'' und \emph{maximal}},
      school={Universit\"at Z\"urich}, type={Dissertation}, year={1999}, month=sep}

    @online{swift-autodiff, author = {{Swift Project}}, title = {Differentiable programming manifesto},
      date = {2020-02-03}, url = {https://github.com/apple/swift/blob/main/docs/Differentiable\_Programming.md},
      urldate = {2024-11-05}}

    @inproceedings{vaswani, crossref = {nips17}, author = {Vaswani, Ashish and Shazeer, Noam and others},
      title = {Attention is all you need}, pages = {5998--6008}}
    @inproceedings{lundberg, crossref = {NIPS17}, author = {Lundberg, Scott M and Lee, Su-In},
      title = {A unified approach to interpreting model predictions}, pages = {4765--4774}}
    @proceedings{nips17, title = nips # " 30", editor = {Isabelle Guyon and others}, year = 2017,
      publisher = {Curran Associates}, isbn = {9781510860964}}

    @Article{erdos:renyi, author={Erd{\H o}s, P{\'a}l and R\'enyi, Alfr\'ed}, title={On random graphs {I}.},
      journal={Publ.\ Math.\ Debrecen}, volume={6}, pages={290--297}, year={1959}, doi={https://doi.org/10.5486/PMD.1959.6.3-4.12}}

    @techreport{lecun, author={Yann LeCun and Corinna Cortes}, institution={AT\&T Labs}, title={{MNIST} handwritten digit database}, year=2010}
    @misc{lecun-b, author={Yann LeCun and Corinna Cortes}, title={Another database?}, year=2010, howpublished={CD-ROM}}
    """#

  /// The references of the file, in order.
  static let references = [
    "Bridle, J. S. (1990). Training stochastic model recognition algorithms as networks can lead to "
      + "maximum mutual information estimation of parameters. In D. S. Touretzky (Ed.), *Advances in "
      + "Neural Information Processing Systems 2* (pp. 211–217). Morgan Kaufmann.",
    "Erdős, P., & Rényi, A. (1959). On random graphs I. *Publ. Math. Debrecen*, *6*, 290–297. "
      + "[https://doi.org/10.5486/PMD.1959.6.3-4.12](https://doi.org/10.5486/PMD.1959.6.3-4.12)",
    "Gao, B., & Pavel, L. (2017). On the properties of the softmax function with application in game "
      + "theory and reinforcement learning. *arXiv preprint*. "
      + "[arXiv:1704.00805](https://arxiv.org/abs/1704.00805)",
    "Goodfellow, I., Bengio, Y., & Courville, A. (2016). *Deep Learning*. MIT Press. "
      + "[http://www.deeplearningbook.org](http://www.deeplearningbook.org)",
    "Guyon, I., et al. (Eds.). (2017). *Advances in Neural Information Processing Systems 30*. "
      + "Curran Associates.",
    "LeCun, Y., & Cortes, C. (2010a). *Another database?* CD-ROM.",
    "LeCun, Y., & Cortes, C. (2010b). *MNIST handwritten digit database* (Technical report). "
      + "AT&T Labs.",
    "Lundberg, S. M., & Lee, S.-I. (2017). A unified approach to interpreting model predictions. In "
      + "I. Guyon et al. (Eds.), *Advances in Neural Information Processing Systems 30* "
      + "(pp. 4765–4774). Curran Associates.",
    "Müller-Lüdenscheidt, J. (1999). *Über $\\sigma(z)_i$ — “sanft” und *maximal** [Dissertation, "
      + "Universität Zürich].",
    "Swift Project. (2020, February 3). *Differentiable programming manifesto*. Retrieved November "
      + "5, 2024, from [https://github.com/apple/swift/blob/main/docs/Differentiable_Programming.md]"
      + "(https://github.com/apple/swift/blob/main/docs/Differentiable_Programming.md)",
    "van der Maaten, L., & Hinton, G. E. (2008). Visualizing Data using t-SNE. *Journal of Machine "
      + "Learning Research*, *9*(Nov), 2579–2605.",
    "Vaswani, A., Shazeer, N., et al. (2017). Attention is all you need. In I. Guyon et al. (Eds.), "
      + "*Advances in Neural Information Processing Systems 30* (pp. 5998–6008). Curran Associates.",
  ]
}
