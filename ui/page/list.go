package page

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"depesche/feed"
)

// list sets items with hanging indents, each as far in as it is nested.
func (s *setter) list(b *feed.Block) {
	if !s.headed {
		s.gap(1)
	}
	marks := s.itemMarks(b)
	w := [feed.MaxLevel + 1]int{} // of the marks, by level
	for i, m := range marks {
		l := level(b, i)
		w[l] = max(w[l], ansi.StringWidth(m))
	}
	for i, it := range b.Items {
		l := level(b, i)
		indent := 0
		for k := range l {
			indent += max(w[k], 2)
		}
		if s.width-indent-w[l] < roomy/2 { // a narrow page has no room for every level
			indent = min(indent, 2*min(l, 1))
		}
		s.text(it, look{frame: frame{
			first: strings.Repeat(" ", indent+w[l]-ansi.StringWidth(marks[i])) + marks[i],
			rest:  strings.Repeat(" ", indent+w[l]), style: s.st.Page.Bullet,
		}})
	}
	s.gap(1)
}

func level(b *feed.Block, i int) int {
	if i >= len(b.Levels) {
		return 0
	}
	return max(0, min(b.Levels[i], feed.MaxLevel))
}

// itemMarks are what stands before the items: bullets by level, or numbers that
// begin anew below each item.
func (s *setter) itemMarks(b *feed.Block) []string {
	marks := make([]string, len(b.Items))
	count := [feed.MaxLevel + 1]int{max(b.Start, 1) - 1}
	for i := range marks {
		l := level(b, i)
		count[l]++
		clear(count[l+1:])
		if b.Kind == feed.OrderedList {
			marks[i] = strconv.Itoa(count[l]) + ". "
			continue
		}
		marks[i] = s.g.bullets[min(l, len(s.g.bullets)-1)] + " "
	}
	return marks
}
