package opml

import (
	"strings"
	"testing"
)

func shown(l List) string {
	var out []string
	for _, s := range l.Sources {
		out = append(out, s.URL+"="+s.Title+"@"+strings.Join(s.Folder, "/"))
	}
	for _, s := range l.Skipped {
		out = append(out, "-"+string(s.Why))
	}
	return strings.Join(out, " ")
}

func TestListsOfOtherReadersAreToldApart(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"nom": {
			"refreshinterval: 60\nfeeds:\n- name: Erstes\n  url: https://a.example/f\n  - url: 'https://b.example/f' \n    name: \"Zwei\"\n- url: exec:rm\nother:\n- url: https://c.example/\n",
			"https://a.example/f=Erstes@ https://b.example/f=Zwei@ -exec",
		},
		"newsraft": {
			"# mine\nhttps://a.example/f \"Erstes\" {60}\n@ Lokales {30}\nhttps://b.example/f\t\"Zwei\" < reload-period 5\n@Global\nhttps://c.example/\n$(curl x) \"Nein\"\nfile:///etc/passwd\n",
			"https://a.example/f=Erstes@ https://b.example/f=Zwei@Lokales https://c.example/=@ -exec -address",
		},
		"newsboat": {
			"https://a.example/f \"Lokales\" \"~Erstes\"\n\"exec:rm\"\n",
			"https://a.example/f=Erstes@Lokales -exec",
		},
		"OPML": {
			`<opml><body><outline text="x" xmlUrl="https://a.example/"/></body></opml>`,
			"https://a.example/=x@",
		},
	} {
		t.Run(name, func(t *testing.T) {
			l, err := ReadAny([]byte(c.data))
			if got := shown(l); got != c.want || err != nil {
				t.Errorf("got %s, %v", got, err)
			}
			checkList(t, l)
		})
	}
	if _, err := ReadAny([]byte("@ Lokales\nnichts hiervon\n")); err == nil {
		t.Error("a list without addresses was read")
	}
}

// Title lines before and after the address belong to it alike.
func TestNomNamesAFeedBeforeOrAfterItsAddress(t *testing.T) {
	l := ReadNom([]byte("feeds:\n  - name: Eins\n    url: https://a.example/\n  - url: https://b.example/\n"))
	if got := shown(l); got != "https://a.example/=Eins@ https://b.example/=@" {
		t.Error(got)
	}
}

func FuzzReadAny(f *testing.F) {
	f.Add([]byte("@ Lokales\nhttps://a.example/ \"x\x1b[31m\"\n"))
	f.Add([]byte("feeds:\n- url: https://a.example/\n  name: x\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		l, _ := ReadAny(data)
		checkList(t, l)
	})
}
