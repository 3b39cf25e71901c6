package locale

import (
	"reflect"
	"testing"
)

// Every phrase of the screen is there in every language.
func TestTheScreenIsWhole(t *testing.T) {
	for _, l := range []*Text{English(), German()} {
		whole(t, l.Code, reflect.ValueOf(l.Screen))
	}
	if len(screenEN.Did) != len(screenDE.Did) || len(actionsEN) != len(actionsDE) || len(screenEN.Short) != len(screenDE.Short) {
		t.Error("the languages know different actions")
	}
}

func whole(t *testing.T, where string, v reflect.Value) {
	t.Helper()
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			whole(t, where+"."+v.Type().Field(i).Name, v.Field(i))
		}
	case reflect.Array:
		for i := range v.Len() {
			whole(t, where, v.Index(i))
		}
	case reflect.Map:
		if v.Len() == 0 {
			t.Errorf("%s is empty", where)
		}
		for _, k := range v.MapKeys() {
			whole(t, where+"."+k.String(), v.MapIndex(k))
		}
	default:
		if v.IsZero() {
			t.Errorf("%s is missing", where)
		}
	}
}
