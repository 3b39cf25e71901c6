package extract

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// texText writes a formula in TeX as plain characters where it is simple: "h = a cos(t)",
// "x²/2". A formula with a command that has no such form stays in TeX.
func texText(src string) string {
	src = strings.TrimSpace(src)
	for _, mark := range [...][2]string{{`\(`, `\)`}, {`\[`, `\]`}, {"$$", "$$"}, {"$", "$"}, {"% <![CDATA[", "%]]>"}} {
		if rest, ok := strings.CutPrefix(src, mark[0]); ok {
			if rest, ok = strings.CutSuffix(rest, mark[1]); ok {
				src = strings.TrimSpace(rest)
			}
		}
	}
	if len(src) > maxFormula {
		return ""
	}
	t := texReader{s: src}
	out := t.group(0)
	if t.failed || t.i < len(t.s) {
		return strings.Join(strings.Fields(src), " ")
	}
	return strings.Join(strings.Fields(out), " ")
}

type texReader struct {
	s      string
	i      int
	failed bool
}

// group reads up to the brace that ends the group, or to the end.
func (t *texReader) group(depth int) string {
	var b strings.Builder
	for t.i < len(t.s) && !t.failed && t.s[t.i] != '}' {
		b.WriteString(t.atom(depth))
	}
	return b.String()
}

// atom reads one sign, command or group.
func (t *texReader) atom(depth int) string {
	if depth > maxFormulaDepth || t.i >= len(t.s) {
		t.failed = true
		return ""
	}
	r, n := utf8.DecodeRuneInString(t.s[t.i:])
	t.i += n
	switch r {
	case '{':
		s := t.group(depth + 1)
		if t.i >= len(t.s) {
			t.failed = true
			return ""
		}
		t.i++
		return s
	case '^':
		return superscript(strings.TrimSpace(t.argument(depth)))
	case '_':
		return subscript(strings.TrimSpace(t.argument(depth)))
	case '~':
		return " "
	case '&', '}', '%', '#':
		t.failed = true
		return ""
	case '\\':
		return t.command(depth)
	case '-':
		return "−"
	case '\'':
		return "′"
	}
	return string(r)
}

// argument reads what belongs to a command.
func (t *texReader) argument(depth int) string {
	for t.i < len(t.s) && isSpace(t.s[t.i]) {
		t.i++
	}
	return t.atom(depth + 1)
}

func (t *texReader) command(depth int) string {
	from := t.i
	for t.i < len(t.s) && isLetter(t.s[t.i]) {
		t.i++
	}
	name := t.s[from:t.i]
	if name == "" { // a sign: a blank, or one that means itself
		if t.i >= len(t.s) {
			return ""
		}
		c := t.s[t.i]
		t.i++
		switch {
		case strings.IndexByte(",;:! ", c) >= 0:
			return " "
		case strings.IndexByte("{}%$&#_|", c) >= 0:
			return string(c)
		}
		t.failed = true
		return ""
	}
	if s, ok := texSigns()[name]; ok {
		return s
	}
	switch name {
	case "frac", "dfrac", "tfrac":
		over := bracketed(t.argument(depth))
		return over + "/" + bracketed(t.argument(depth))
	case "sqrt":
		root := ""
		if strings.HasPrefix(t.s[t.i:], "[") {
			end := strings.IndexByte(t.s[t.i:], ']')
			if end < 0 {
				t.failed = true
				return ""
			}
			root = superscript(t.s[t.i+1 : t.i+end])
			t.i += end + 1
		}
		return root + "√" + bracketed(t.argument(depth))
	case "text", "mathrm", "mathit", "mathbf", "mathsf", "mathcal", "operatorname", "textbf", "textit", "mbox", "textrm", "boldsymbol":
		return t.argument(depth)
	case "left", "right", "big", "Big", "bigl", "bigr", "Bigl", "Bigr":
		if strings.HasPrefix(t.s[t.i:], ".") {
			t.i++
		}
		return ""
	case "displaystyle", "textstyle", "limits", "nolimits":
		return ""
	case "quad", "qquad":
		return " "
	}
	if texFunctions()[name] {
		if rest := t.s[t.i:]; rest != "" && (unicode.IsLetter(firstRune(strings.TrimLeft(rest, " "))) || strings.HasPrefix(strings.TrimLeft(rest, " "), `\`)) {
			return " " + name + " "
		}
		return " " + name
	}
	t.failed = true
	return ""
}

// texFunctions are set upright under their own name.
var texFunctions = sync.OnceValue(func() map[string]bool {
	return table3("sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|arcsin|arccos|arctan|log|ln|lg|exp|lim|max|min|sup|inf|det|dim|gcd|mod|deg|ker|arg|Pr")
})

// texSigns are the commands that are one character, by name.
var texSigns = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	words := strings.Fields(texSignList)
	for k := 0; k+1 < len(words); k += 2 {
		out[words[k]] = words[k+1]
	}
	return out
})

const texSignList = `alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ
 pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω
 times × cdot · div ÷ pm ± mp ∓ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ approx ≈ sim ∼ equiv ≡ propto ∝ to → rightarrow → leftarrow ← Rightarrow ⇒ Leftrightarrow ⇔ mapsto ↦
 infty ∞ partial ∂ nabla ∇ sum ∑ prod ∏ int ∫ in ∈ notin ∉ subset ⊂ subseteq ⊆ cup ∪ cap ∩ emptyset ∅ forall ∀ exists ∃ neg ¬ land ∧ lor ∨ angle ∠ perp ⊥ parallel ∥
 ldots … dots … cdots ⋯ circ ° degree ° hbar ħ ell ℓ prime ′ ll ≪ gg ≫ langle ⟨ rangle ⟩ mid | ast ∗ star ⋆ oplus ⊕ otimes ⊗ euro € colon :`
