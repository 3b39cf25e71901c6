package cache

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

const (
	asideKept = 2                   // copies from before a migration that stay, the newest
	asideFor  = 30 * 24 * time.Hour // so long all of them stay
)

// halfFor is how long half a copy may be somebody's who is still writing it.
const halfFor = 24 * time.Hour

// dropHalf deletes what a program that was killed has left of copies.
func (c *Cache) dropHalf() (err error) {
	for _, pattern := range []string{filepath.Join(c.dir, ".half-*"), filepath.Join(c.dir, copiesName, "*.half")} {
		names, _ := filepath.Glob(pattern) // the pattern is sound
		for _, name := range names {
			if info, serr := os.Stat(name); serr == nil && c.options.Now().Sub(info.ModTime()) > halfFor {
				err = errors.Join(err, ignoreMissing(os.Remove(name)))
			}
		}
	}
	return err
}

// expireAside deletes what copyAside left long ago, but for the newest.
func (c *Cache) expireAside() error {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return fileProblem(c.dir, err)
	}
	var all []dayCopy
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), databaseName+asideMark) || !e.Type().IsRegular() {
			continue
		}
		info, err := e.Info()
		if err != nil {
			continue // another program was faster
		}
		all = append(all, dayCopy{filepath.Join(c.dir, e.Name()), info.ModTime()})
	}
	slices.SortFunc(all, func(a, b dayCopy) int { return b.made.Compare(a.made) })
	err = c.dropHalf()
	before := c.options.Now().Add(-asideFor)
	for i, k := range all {
		if i >= asideKept && k.made.Before(before) {
			err = errors.Join(err, ignoreMissing(os.Remove(k.name)))
		}
	}
	return err
}
