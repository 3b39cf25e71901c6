package locale

import (
	"fmt"
)

var errorsEN = Errors{
	Reported: func(path string) string {
		return "depesche has a defect here. The report is in " + path + "; sending it in helps."
	},
	Internal:    "depesche has a defect here; the log says more, and a report is welcome.",
	Interrupted: "Interrupted; what was already there is kept.",
	TimedOut:    "That took too long: try again later.",

	Net: map[string]func(string) string{
		"failed":       func(h string) string { return h + " could not be reached: try again later." },
		"no such host": func(h string) string { return h + " was not found: check the spelling and the network connection." },
		"connection refused": func(h string) string {
			return "Nothing answers at " + h + ": the server is down, or the port is wrong."
		},
		"network unreachable":  func(h string) string { return "There is no way to " + h + ": check the network connection." },
		"timed out":            func(h string) string { return h + " did not answer in time: try again later." },
		"the connection broke": func(h string) string { return "The connection to " + h + " broke off: try again later." },
		"the certificate has expired": func(h string) string {
			return "The certificate of " + h + " has expired, so nothing was fetched: check this machine's clock, or wait until the site has renewed it."
		},
		"the certificate is for another host": func(h string) string {
			return "The certificate of " + h + " belongs to another host, so nothing was fetched: check the address."
		},
		"the certificate is not signed by anybody known": func(h string) string {
			return "The certificate of " + h + " is signed by nobody known, so nothing was fetched: add its authority to the system if you trust it."
		},
		"no secure connection": func(h string) string {
			return "There is no secure connection to " + h + ": the address may have to begin with http://."
		},
		"the answer is malformed": func(h string) string { return h + " sent an answer that breaks the rules of HTTP: try again later." },
		"the answer cannot be unpacked": func(h string) string {
			return h + " sent an answer that cannot be unpacked: try again later."
		},
		"the proxy does not work": func(string) string {
			return "The proxy does not work: check HTTP_PROXY and HTTPS_PROXY."
		},
	},
	Status: func(code int, h string) string {
		return fmt.Sprintf("%s answered %d: check the address in a browser.", h, code)
	},
	Forbidden: func(code int, h string) string {
		return fmt.Sprintf("%s refused to answer (%d): it may ask for a login or keep programs out.", h, code)
	},
	Login: func(h string) string {
		return h + " asks for a login (401): give user and password in config.toml under [[source]]."
	},
	Challenge: func(h string) string { return h + " wants to see a browser first: open the page there." },
	NotThere: func(code int, a string) string {
		return fmt.Sprintf("There is nothing at %s (%d): check the address.", a, code)
	},
	Gone: func(a string) string {
		return a + " has ended for good (410): remove the source, or look for its successor."
	},
	TooMany: func(h, w string) string {
		if w == "" {
			return h + " asks not to be asked so often: try again later."
		}
		return h + " asks not to be asked for another " + w + "."
	},
	ServerFault: func(code int, h string) string {
		return fmt.Sprintf("%s has trouble of its own (%d): try again later.", h, code)
	},
	Private: func(a string) string {
		return subject(a, "That address") + " lies in a private network; only a source that you add there yourself may lead to it."
	},
	TooBig: func(a string) string {
		return subject(a, "The answer") + " is bigger than refresh.max_size allows."
	},
	Scheme: func(a string) string {
		return subject(a, "That") + " is no web address: only http:// and https:// are fetched."
	},
	Address: func(a string) string {
		return subject(a, "That") + " is no web address: it has to look like https://host/path."
	},
	Redirects: func(a string) string {
		return subject(a, "The address") + " leads round in circles: check it in a browser."
	},
	Wait: func(until string) string { return "The server asked to be left alone until " + until + "." },

	NotFeed: func(is string) string {
		return "This is no feed but " + is + ": give the address of an RSS, Atom or JSON feed, or of a site that names one."
	},
	NotFeedOffers: func(is, a string) string { return "This is no feed but " + is + "; its feed is " + a + "." },
	Is: map[string]string{
		"html": "a web page", "json": "JSON of another kind", "opml": "a list of subscriptions (use depesche import)",
		"sitemap": "a sitemap", "xml": "XML of another kind", "text": "plain text", "pdf": "a PDF document",
		"picture": "a picture", "archive": "compressed data", "data": "binary data", "empty": "nothing at all",
	},
	BrokenFeed: func(p string) string { return "The feed is broken (" + p + "); what could be read of it was read." },
	Problems: map[string]string{
		"it is cut short": "it is cut short", "an entry has no end": "an entry has no end", "an end tag is missing": "an end tag is missing",
		"a CDATA section has no end": "a CDATA section has no end", "there is text in front of it": "there is text in front of it",
		"a text is too long": "a text is too long", "it has too many entries": "it has too many entries",
	},
	EmptyFeed: "There is nothing in it: neither a feed nor a page, not one byte of text.",
	NoEntries: "The feed holds no articles at the moment; what was there before is kept.",
	BrokeOff:  "The feed broke off on its way; what had come was read.",
	NoFeed: func(a, is string) string {
		return "No feed was found at " + a + maybe(is, " (it is ", ")") + ": look for its address on the site."
	},
	NotList:    "This is no list of sources (OPML): export one from the other program.",
	NotURLs:    "This is no list of addresses, one a line.",
	BrokenList: "The list is damaged: it is cut short, or its tags do not match; what could be read was read.",
	Heritage: map[string]func(string) string{
		"unknown": func(p string) string {
			return p + " is of no program known here: depesche help import lists those that are."
		},
		"damaged": func(p string) string {
			return p + " is damaged or cut off, and nothing of it was taken over: repair it with its own program, or take a copy."
		},
		"busy": func(p string) string {
			return p + " is being written just now: quit the program it belongs to, and try again."
		},
		"big":  func(p string) string { return p + " is bigger than what is taken over: 1 GB, of JSON 256 MB." },
		"many": func(p string) string { return p + " holds more than the 500,000 articles that are taken over." },
		"slow": func(p string) string {
			return p + " cannot be read in three minutes and may be forged; nothing of it was taken over."
		},
		"no-place": func(p string) string {
			return "There is no place for the copy in which " + p + " is read: make room in the folder for temporary files, or set TMPDIR to another one."
		},
		"packed": func(p string) string { return p + " is an archive: unpack it, and import the files in it." },
		"none":   func(p string) string { return p + " names no feed with a web address." },
	},
	NoArticle:   "No article was found on the page: it may be a front page, or need a browser to build itself.",
	NoPage:      "This article has no page of its own: the feed's text is all there is.",
	NotPicture:  "The picture is none that can be shown.",
	OnlyConsent: "The site answered with a consent dialogue in place of the article.",
	OnlyPaywall: "The site shows this article to subscribers only.",

	NotFound:      "There is no such article or source here: depesche list and depesche sources show what there is.",
	NothingToUndo: "There is nothing left to undo or redo.",
	Ended:         "The source has ended for good (410): remove it, or look for its successor.",
	Ambiguous:     "Several articles have an id that begins so: give more of it.",
	Taken:         "Another source has this address already.",
	Kept:          "This source stands in the settings (config.toml, [[source]]): take it out there.",
	Program: map[string]func(string, string) string{
		"not started": func(n, _ string) string {
			return subject(n, "The program") + " cannot be started: check its path and rights."
		},
		"failed": func(n, said string) string {
			return "The program " + n + " failed" + maybe(said, " (", ")") + ": try it by hand."
		},
		"timed out": func(n, _ string) string { return "The program " + n + " took too long and was ended." },
		"too much":  func(n, _ string) string { return "The program " + n + " gives more than refresh.max_size allows." },
	},
	NoProgram:  "The settings do not name the program any more that made this source.",
	NoVariable: func(n string) string { return "The variable " + n + " that config.toml names for a secret is not set." },
	Closed:     "The cache was closed in the middle of it; nothing was lost.",
	Index:      "The search index is damaged: the next refresh makes it anew, and so does depesche doctor --repair.",
	ReadOnly: func(p string) string {
		return "The data folder" + paren(p) + " cannot be written: check its rights, or give another one with --data."
	},
	Full: func(p string) string {
		return "There is no space left on the disk" + paren(p) + ": make room and try again; nothing was lost."
	},
	Busy: func(p string) string {
		return "Another program holds the database" + paren(p) + ": close it or wait, then try again."
	},
	Storage: func(p, why string) string {
		return "The data folder " + p + " cannot be used (" + why + "): check it, or give another one with --data."
	},
	Damaged: func(p, why string) string {
		return "The database " + p + " is damaged (" + why + ") and was left as it is: depesche doctor --repair saves what can be read."
	},
	Moved: func(p, m string) string {
		return "The database " + p + " was damaged; it was put aside as " + m + ", and what could be read of it was carried over."
	},
	Newer: func(p string) string {
		return "The database " + p + " was written by a newer depesche and was left as it is: update this one, or give another folder with --data."
	},

	Query: map[string]func(string, string) string{
		"unclosed-quote":   func(string, string) string { return `a closing " is missing` },
		"unclosed-bracket": func(string, string) string { return "a closing bracket is missing" },
		"closing-bracket":  func(string, string) string { return "there is a closing bracket too many" },
		"unknown-field": func(s, near string) string {
			return "there is no field " + quote(s) + maybe(near, "; the nearest is ", "")
		},
		"unknown-value": func(s, near string) string {
			return quote(s) + " is not known here" + maybe(near, "; the nearest is ", "")
		},
		"not-a-time":      func(s, _ string) string { return quote(s) + " is no time: write 2026-11-23, today, 3d or 12h" },
		"not-a-number":    func(s, _ string) string { return quote(s) + " is no number" },
		"bad-regexp":      func(s, _ string) string { return quote(s) + " is no regular expression" },
		"empty-value":     func(s, _ string) string { return "nothing stands behind " + quote(s) },
		"missing-operand": func(s, _ string) string { return "nothing follows " + quote(s) },
		"too-long":        func(string, string) string { return "the query is too long" },
	},
	QueryAt: func(pos int, what string) string {
		return fmt.Sprintf("The query is wrong at character %d: %s.", pos, what)
	},
	UnknownIn: func(f string, line int, key, near string) string {
		return fmt.Sprintf("%s, line %d: there is no setting %s%s.", f, line, key, maybe(near, "; the nearest is ", ""))
	},
	BadValue: func(f string, line int, key, v, want string) string {
		return fmt.Sprintf("%s, line %d: %s cannot be %s; it takes %s.", f, line, key, v, want)
	},
	Syntax: func(f string, line int, why string) string {
		return fmt.Sprintf("%s, line %d: this is no TOML (%s).", f, line, why)
	},
	Config: func(f, why string) string { return "The settings in " + f + " cannot be read (" + why + ")." },
	NoHome: "No home folder is set: set HOME, or give --data and --config.",

	KeyTwice: func(key, action, where, with, whereWith string) string {
		return fmt.Sprintf("The key %s is bound to %s%s and to %s%s: choose another for one of them.", quote(key), action, paren(where), with, paren(whereWith))
	},
	KeyBegins: func(key, action, other, with string) string {
		return fmt.Sprintf("The keys %s for %s begin with %s, which is bound to %s: choose others.", quote(key), action, quote(other), with)
	},
	NoName: func(what, name, near, where string) string {
		return prefix(where) + fmt.Sprintf("there is no %s %s%s.", what, quote(name), maybe(near, "; the nearest is ", ""))
	},

	NoFile:     func(p string) string { return "There is no file " + p + ": check the path." },
	NoAccess:   func(p string) string { return p + " may not be read or written: check its rights." },
	NotAFolder: func(p string) string { return "A part of the path " + p + " is a file where a folder should be." },
	IsFolder:   func(p string) string { return p + " is a folder: name a file in it." },
	Exists:     func(p string) string { return p + " is already there and was left as it is." },
	File:       func(op, p, why string) string { return fmt.Sprintf("%s %s: %s.", op, p, why) },
}

func quote(s string) string { return `"` + s + `"` }

// subject begins a sentence with s, or with other words where s is not known.
func subject(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func paren(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

func prefix(where string) string {
	if where == "" {
		return ""
	}
	return where + ": "
}

// maybe is before + s + after, or nothing where there is no s.
func maybe(s, before, after string) string {
	if s == "" {
		return ""
	}
	return before + s + after
}
