package feed

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// newerArticle is what a later version may have stored: kinds, roles and fields that are not known here.
const newerArticle = `{"url":"https://a.example/1","headline":"Hafen","podcast":{"url":"https://a.example/1.mp3","length":7},"body":[` +
	`{"type":"paragraph","text":"Erster Absatz."},` +
	`{"type":"timeline","text":"Der Tag im Hafen","spans":[{"text":"Der Tag","strong":true},{"text":" im Hafen"}],"events":[{"at":"8 Uhr","says":"Das Schiff legt an."},{"at":"9 Uhr","says":"Die Kräne stehen still.","more":"https://a.example/live"}]},` +
	`{"type":"paragraph","role":"margin","text":"Am Rand."},` +
	`{"type":"quote","text":"Wir warten.","speaker":"Ada Lindner"},` +
	`{"type":"figure","image":"https://a.example/kran.jpg","caption":{"de":"Kran"}},` +
	`{"type":"list","items":["eins","zwei"],"ordered":true}]}`

func TestWhatANewerProgramStoredIsShownAndWrittenBack(t *testing.T) {
	var a Article
	if err := json.Unmarshal([]byte(newerArticle), &a); err != nil {
		t.Fatal(err)
	}
	var texts []string
	for i := range a.Body {
		texts = append(texts, a.Body[i].Kind.String()+": "+a.Body[i].Text.String())
	}
	want := []string{
		"paragraph: Erster Absatz.",
		"paragraph: Der Tag im Hafen\n8 Uhr\nDas Schiff legt an.\n9 Uhr\nDie Kräne stehen still.",
		"paragraph: Am Rand.", "quote: Wir warten.", "figure: ", "ordered_list: ",
	}
	if !reflect.DeepEqual(texts, want) {
		t.Errorf("read as\n%q\nwant\n%q", texts, want)
	}
	if s := a.Body[1].Text[0]; s.Text != "Der Tag" || s.Style != Strong {
		t.Errorf("the text lost its style: %+v", s)
	}
	if a.Body[4].Picture == nil || a.Body[4].Picture.URL != "https://a.example/kran.jpg" {
		t.Errorf("the picture: %+v", a.Body[4].Picture)
	}
	got := values(t, a.AppendJSON(nil))
	for name, v := range values(t, []byte(newerArticle)) {
		if !reflect.DeepEqual(got[name], v) {
			t.Errorf("%s is written back as\n%v\nwas\n%v", name, got[name], v)
		}
	}
	body, err := MarshalBody(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := UnmarshalBody(body); err != nil || !reflect.DeepEqual(again, a.Body) {
		t.Errorf("%v: read again as\n%+v\nwas\n%+v", err, again, a.Body)
	}
}

func values(t *testing.T, data []byte) (v map[string]any) {
	t.Helper()
	if err := json.Unmarshal(data, &v); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return v
}

// A dump is a stranger's file: what this program does not know of it is cleaned like the rest.
func TestWhatANewerProgramStoredIsCleaned(t *testing.T) {
	var a Article
	if err := json.Unmarshal([]byte(`{"extra":"a\u001b]0;x\u0007","at":"javascript:alert(1)","body":[{"type":"poem","text":"b\u202ec","to":["file:///etc/passwd","https://a.example/","mailto:a@a.example"]}]}`), &a); err != nil {
		t.Fatal(err)
	}
	a.Clean()
	got := string(a.AppendJSON(nil))
	for _, s := range []string{"\\u001b", "\\u202e", "javascript", "passwd", "\u202e"} {
		if strings.Contains(got, s) {
			t.Errorf("%q is left in %s", s, got)
		}
	}
	for _, s := range []string{`"type":"poem"`, `"https://a.example/"`, `"mailto:a@a.example"`, `"extra":"a`} {
		if !strings.Contains(got, s) {
			t.Errorf("%q is gone from %s", s, got)
		}
	}
}

func FuzzNewer(f *testing.F) {
	f.Add(newerArticle)
	f.Add(`{"body":[7,"x",null,{"type":[]},{"type":"table","rows":[["a"],["b","c"]],"of":{}}]}`)
	f.Fuzz(func(t *testing.T, s string) {
		var a Article
		if a.UnmarshalJSON([]byte(s)) != nil {
			return
		}
		a.Clean()
		var b Article
		if err := json.Unmarshal(a.AppendJSON(nil), &b); err != nil {
			t.Fatalf("%v: what was read cannot be read again: %s", err, a.AppendJSON(nil))
		}
	})
}
