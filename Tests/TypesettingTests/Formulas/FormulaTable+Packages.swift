extension FormulaTable {
  static let boxes = ##"""
    \color{red} x  \textcolor{blue}{x}  \textcolor[rgb]{1,0.5,0}{x}  \textcolor[HTML]{FF8800}{x}  \colorbox{yellow}{x}
    \fcolorbox{red}{yellow}{x}  \definecolor{mine}{rgb}{0.1,0.2,0.3} \color{mine} x  \boxed{x}  \fbox{x}
    \bbox[yellow]{x}  \bbox[5px,border:2px solid red]{x}  \cancel{x}  \bcancel{x}  \xcancel{x}  \cancelto{0}{x}
    \enclose{circle}{x}  \enclose{box,updiagonalstrike}{x}  \enclose{longdiv}{x}  \rule{1em}{2pt}  \Rule{1em}{1em}{0em}
    \href{https://swift.org}{x}  \href{mailto:a@b.org}{x}  \href{#top}{x}  \class{note}{x}  \cssId{here}{x}
    \style{color: red}{x}  \raise 2pt x  \lower 2pt x  \llap{x}y  \rlap{x}y  \mathstrut x  \strut x
    """##

  static let arrows = ##"""
    a \to b  a \gets b  a \mapsto b  a \implies b  a \impliedby b  a \iff b  a \Rightarrow b  a \Leftarrow b
    a \leftrightarrow b  a \Leftrightarrow b  a \longrightarrow b  a \longmapsto b  a \hookrightarrow b
    a \rightharpoonup b  a \rightleftharpoons b  a \uparrow b  a \downarrow b  a \updownarrow b  a \nearrow b
    a \searrow b  a \leadsto b  a \twoheadrightarrow b  a \rightrightarrows b  \xrightarrow{f}  \xleftarrow[g]{f}
    \xleftrightarrow{f}  \xRightarrow{f}  \xhookrightarrow{f}  \xmapsto{f}  \xlongequal{f}  \xtofrom{f}  \Newextarrow{\xto}{5,10}{8594} \xto{f}
    """##

  static let chemistry = ##"""
    \ce{H2O}  \ce{2H2 + O2 -> 2H2O}  \ce{SO4^2-}  \ce{^{227}_{90}Th+}  \ce{A <=> B}  \ce{A <=>> B}  \ce{A ->[H2O] B}
    \ce{A ->[\text{above}][\text{below}] B}  \ce{CO2 (aq)}  \ce{[AgCl2]-}  \ce{KCr(SO4)2*12H2O}  \ce{NaOH(aq,$\infty$)}
    \ce{x Na(NH4)HPO4 ->[\Delta] (NaPO3)_x + x NH3 ^ + x H2O}  \ce{C6H5-CHO}  \ce{A#B}  \ce{\mu-Cl}  \pu{123 kJ//mol}
    \pu{1.2e3 m s-1}  \ce{Zn^2+ <=>[+ 2OH-][+ 2H+] Zn(OH)2 v}  K = \frac{[\ce{Hg^2+}]}{[\ce{Hg}]}
    """##

  static let physics = ##"""
    \qty(\frac ab)  \qty[x]  \abs{x}  \norm{v}  \eval{x}_0^1  \order{x^2}  \comm{A}{B}  \acomm{A}{B}  \pb{f}{g}
    \vb{x}  \vb*{x}  \va{x}  \vu{x}  \vdot  \cross  \grad f  \grad{f}  \divergence \vb A  \curl \vb A  \laplacian f
    \dd x  \dd[3]{x}  \dd(\cos\theta)  \dv{x}  \dv{f}{x}  \dv[n]{f}{x}  \pdv{f}{x}  \pdv[2]{f}{x}  \pdv{f}{x}{y}
    \var{F}  \fdv{F}{g}  \bra{a}  \ket{b}  \braket{a}{b}  \braket{a|b}  \braket{a}  \dyad{a}{b}  \ketbra{a}{b}
    \ev{A}  \ev{A}{\psi}  \mel{a}{A}{b}  \mqty(a & b \\ c & d)  \mqty[1 & 0 \\ 0 & 1]  \mqty{\imat{2}}  \mqty{\xmat{x}{2}{2}}
    \pmqty{\pmat{1}}  \mqty(\dmat{1,2,3})  \mqty[\admat{1,2}]  \mdet{a & b \\ c & d}  \tr A  \Tr(\rho)  \rank A  \erf(x)  \Res[f]  \pv\int
    a \qq{and} b  a \qif b  a \qc b  \sin[2](x)  \Set{x | x > 0}  \set{a,b}  \Braket{a|b|c}  \Bra{a}  \Ket{b}
    """##

  static let mathtools = ##"""
    a \coloneqq b  a \eqqcolon b  a \Coloneqq b  \prescript{a}{b}{X}  \mathclap{x}  \mathllap{x}  \mathrlap{x}  \cramped{x^2}
    \underbracket[1pt][2pt]{x}_y  \overbracket{x}^y  \sum_{\mathclap{1\le i\le n}} x  \splitfrac{a}{b}
    \begin{multlined} a \\ b \end{multlined}  \begin{dcases*} a & if $x$ \\ b & else \end{dcases*}  \begin{pmatrix*}[l] a \\ bc \end{pmatrix*}
    \begin{psmallmatrix} a & b \end{psmallmatrix}  \begin{multline} \shoveleft{x} \\ y \end{multline}  \lparen x \rparen  \ordinarycolon  \adjustlimits\lim_x \sup_y f
    \xleftharpoondown{x}  \xrightleftharpoons{x}  \begin{aligned} \MoveEqLeft a \\ &= b \end{aligned}
    """##

  static let rest = ##"""
    \unicode{x2122}  \unicode[Times]{x3b1}  \textdegree  \texteuro  \textregistered  \textcopyright  \textyen  \textohm
    \mathop{x}\limits_a  \mathbin{x}  \mathrel{x}  \mathord{x}  \mathopen(  \mathclose)  \mathpunct,  \mathinner{x}  \nonscript x
    \mmlToken{mi}{x}  \mathchoice{a}{b}{c}{d}  \buildrel a \over b  \skew7\hat A  \TeX  \LaTeX  \S  \$ \% \# \& \_
    \int_{-\infty}^{\infty} e^{-x^2}\,dx = \sqrt\pi  \nabla \times \mathbf E = -\frac{\partial \mathbf B}{\partial t}  e^{i\pi} + 1 = 0
    \frac{\partial p_i}{\partial z_j} = p_i(\delta_{ij} - p_j)  J = \operatorname{diag}(p) - pp^{\mathsf T}  \sigma(z) = \frac{1}{1+e^{-z}}
    \mathbb E_{x\sim p}\bigl[\log p(x)\bigr]  H(p, q) = -\sum_x p(x) \log q(x)  D_{\mathrm{KL}}(p \,\|\, q)  \hat y = \operatorname*{arg\,max}_k z_k
    """##
}
