package locale

import (
	"reflect"
	"testing"
)

// mayBeEmpty are fields that a language may leave out.
var mayBeEmpty = map[string]bool{
	"Long": true, "Titles": true, // a verb that its short text explains; fang's own headings are English
}

// Every phrase of the command line stands in both languages.
func TestCLIIsComplete(t *testing.T) {
	for code, c := range map[string]CLI{"en": cliEN, "de": cliDE} {
		missing(t, code, reflect.ValueOf(c))
	}
	for key := range cliEN.Settings {
		if cliDE.Settings[key] == "" {
			t.Errorf("de: setting %s is missing", key)
		}
	}
	for why := range cliEN.Skipped {
		if cliDE.Skipped[why] == "" {
			t.Errorf("de: reason %s is missing", why)
		}
	}
	for i, v := range manEN.Variables {
		if manDE.Variables[i].Name != v.Name {
			t.Errorf("de: variable %s is missing", v.Name)
		}
	}
}

func missing(t *testing.T, at string, v reflect.Value) {
	t.Helper()
	for f, v := range v.Fields() {
		switch {
		case mayBeEmpty[f.Name]:
		case v.Kind() == reflect.Struct:
			missing(t, at+"."+f.Name, v)
		case v.IsZero():
			t.Errorf("%s.%s is missing", at, f.Name)
		}
	}
}
