// Package schema holds the tables of the cache as SQL, one file for each step
// from one schema to the next. A step, once released, is never changed.
package schema

import (
	"embed"
	"fmt"
	"io/fs"
)

// ApplicationID marks a database as depesche's: "depe".
const ApplicationID = 0x64657065

//go:embed *.sql
var files embed.FS

// Steps gives the migrations in order: the first makes schema 1 of an empty
// file, the next schema 2 of schema 1, and so on.
func Steps() []string {
	names, err := fs.Glob(files, "[0-9]*.sql")
	if err != nil {
		panic(err) // the pattern is a constant
	}
	steps := make([]string, len(names))
	for i, name := range names { // Glob sorts: 001, 002, ...
		if want := fmt.Sprintf("%03d.sql", i+1); name != want {
			panic("schema: " + name + " where " + want + " should be")
		}
		data, err := files.ReadFile(name)
		if err != nil {
			panic(err) // it was embedded
		}
		steps[i] = string(data)
	}
	return steps
}

// Fresh makes what all steps make, of an empty file, in one script: steps that change what
// earlier ones made cost a new cache half of the time it is made in. It is written from what
// the steps leave, by make golden, and never by hand.
func Fresh() string {
	data, err := files.ReadFile("fresh.sql")
	if err != nil {
		panic(err) // it was embedded
	}
	return string(data)
}

// Version is the schema this program writes.
func Version() int { return len(Steps()) }
