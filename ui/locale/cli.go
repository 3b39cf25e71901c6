package locale

// CLI is what the command line says.
type CLI struct {
	Short, Long, Example string // the program itself
	Help                 Help
	Verbs                Verbs
	Queries              []QueryLine // the query language, line by line
	Flags                Flags
	Man                  Man
	ConfigHead           string            // opens the example config.toml
	Settings             map[string]string // what a key of config.toml means

	TryHelp         string
	NoScreen        func(term string) string // under the list, where a screen cannot be drawn
	NoVerb          func(name, near string) string
	TooFew          func(use string) string
	TooMany         func(extra, use string) string
	NoFlag          func(name string) string
	FlagNeeds       func(name string) string
	FlagBad         func(name, value, want string) string
	NoMark          func(name string) string
	NoShell         func(name string) string
	LinesAlone      string
	OneAddress      string // --url with several files
	WhyOnePage      string // --why with --lines
	BadLine         func(why string) string
	Ambiguous       func(name, which string) string
	OnlyFeeds       func(n int) string
	Offers          func(n int) string
	NotSearched     func(n int) string // so many articles are not in the search index yet
	AlreadyThere    func(title string) string
	NoPassword      string // of an address with user and password
	CanUndo         string
	StarredStay     func(title string, starred int) string // of a source that was removed
	Asked           func(done, total int) string           // sources
	Fetched         func(done, total int) string           // pages
	Imported        func(added, known int) string
	Skipped         map[string]string // opml.Skip.Why in words
	LeftOut         func(line int, text, why string) string
	Mended          func(line int, what string) string // what: of Skipped, for a line that could be read all the same
	NothingToImport func(path string) string
	DumpByVerb      func(path string) string  // JSON Lines are taken in by the verb only
	WithoutSource   func(articles int) string // left out of an import
	FileTooBig      func(path string, megabytes int) string
	NoOtherReader   string
	NotThere        string // of a file that does not exist and need not
	NoUTF8          string
	NoTerminal      string
	Tidied          func(articles, pictures int, freed string) string // freed: "1.2 MB", "" for nothing
	WouldGo         func(articles, pictures int, bytes string) string // bytes: of the pictures
	StricterFrom    func(when string) string
	CopyKinds       map[string]string // cache.CopyKind in words
	NoCopies        string
	Restored        func(copy string, sources, articles, marks int, kept string) string // kept: the id of what was replaced
	WhatToDo        map[string]string                                                   // about a cache.Finding, by its What
	Holds           func(sources, articles, pages, pictures, size string) string
}

// Help is the headings of the help.
type Help struct {
	Read, Sources, Script, Self string
	Titles                      map[string]string // by the English ones: USAGE, EXAMPLES, FLAGS
}

// Verb is how one verb is explained. Long says what Short does not.
type Verb struct{ Short, Long, Example string }

// Verbs are all of them.
type Verbs struct {
	List, Show, Search, Mark, Save, Undo, Redo    Verb
	Refresh, Sources, Add, Remove, Import, Export Verb
	Extract, Preview                              Verb
	Doctor, Tidy, Restore                         Verb
	Config, Keys, Log, Man, Completion            Verb
	Version, Help                                 Verb
}

// Flags are what the flags mean; one that several verbs have means the same.
type Flags struct {
	Version, Data, Config, Help, JSON                       string
	Unread, Starred, Source, InFolder, Oldest, Limit        string
	Newest, Text, Full, Width                               string
	Failing, Due, Quiet                                     string
	Title, Folder, All, Choose, Unchecked, NoRefresh, Watch string
	DryRun, WouldGo, Output, History                        string
	URL, Lines, Workers, Why                                string
	Path, Example, Init, Preset, Tail                       string
	Network, Repair                                         string
	Pictures, Accessible                                    string
}

// Man is the manual page's headings, and its text where neither verbs nor
// tables have it.
type Man struct {
	Name, Synopsis, Description, Verbs, Flags string
	Query, Keys, Settings, Environment        string
	Files, Exit, Examples                     string
	QueryText, KeysText, SettingsText         string
	Variables, Paths, Codes                   []Term
}

// Term is a name and what it means.
type Term struct{ Name, Means string }

// QueryLine is a piece of the query language and what it finds. Help and manual print them
// as examples of search, the README in a table.
type QueryLine struct{ Query, Finds string }
