// Package chroma stands where Glamour looks for its syntax highlighter. We never
// colour code, but the real one reads the definitions of some 250 languages
// before main, whoever links it: 6 of the 14 milliseconds that a start took, and
// 7 MB of memory. This module has what Glamour names and writes code as it is;
// go.mod's replace puts it there, and a Glamour that names more does not compile.
package chroma

// TokenType is a kind of token in a program's text.
type TokenType int

// The kinds that Glamour names in its styles.
const (
	Background TokenType = iota
	Text
	Error
	Comment
	CommentPreproc
	Keyword
	KeywordReserved
	KeywordNamespace
	KeywordType
	Operator
	Punctuation
	Name
	NameBuiltin
	NameTag
	NameAttribute
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	Literal
	LiteralNumber
	LiteralDate
	LiteralString
	LiteralStringEscape
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
)

// StyleEntries says how each kind looks.
type StyleEntries map[TokenType]string

// Style is a named set of entries.
type Style struct {
	Name    string
	Entries StyleEntries
}

// MustNewStyle makes a style.
func MustNewStyle(name string, entries StyleEntries) *Style {
	return &Style{Name: name, Entries: entries}
}
