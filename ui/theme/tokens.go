package theme

// Tokens are a theme's colours by the job they do, as "#rrggbb"; "" leaves a
// job to the terminal's own colour. Nothing but this file names a colour.
type Tokens struct {
	Ink       string // running text and headlines
	Muted     string // byline, date, captions, what has been read
	Accent    string // kickers, unread marks, what is under the hand
	Link      string
	Rule      string // lines and frames; the only token that is never text
	Selection string // background of the selected row
	OnSelect  string // text on Selection
	Hit       string // background of a search hit
	OnHit     string // text on Hit
	Alert     string // corrections, failures
}

// palette is a theme: the same jobs on light and on dark paper.
type palette struct {
	name        string
	light, dark Tokens
}

// palettes holds the themes; the first is the default. Every text token keeps
// a contrast of 4.5 to the usual terminal backgrounds, which a test computes.
var palettes = [...]palette{
	{
		name: "press",
		light: Tokens{
			Muted: "#66605a", Accent: "#9d2a22", Link: "#23508a", Rule: "#b8b1a6", Selection: "#e8e1d4", OnSelect: "#1d1a17",
			Hit: "#ffdf85", OnHit: "#1d1a17", Alert: "#a8231b",
		},
		dark: Tokens{
			Muted: "#aea79e", Accent: "#ea9c8c", Link: "#9cc0ea", Rule: "#635d56", Selection: "#3b3732", OnSelect: "#f4efe7",
			Hit: "#e3bd55", OnHit: "#1a1714", Alert: "#ff9c8a",
		},
	},
	{
		name: "salmon",
		light: Tokens{
			Muted: "#66605c", Accent: "#990f3d", Link: "#0b5d66", Rule: "#c9b6a6", Selection: "#f7e3d3", OnSelect: "#26201c",
			Hit: "#ffd9a8", OnHit: "#26201c", Alert: "#a8231b",
		},
		dark: Tokens{
			Muted: "#b5a79d", Accent: "#f2a3ac", Link: "#86c8cf", Rule: "#6a5c54", Selection: "#43352f", OnSelect: "#fbeee4",
			Hit: "#e6b27c", OnHit: "#1d1612", Alert: "#ff9d8c",
		},
	},
	{
		name: "broadsheet",
		light: Tokens{
			Muted: "#5e6369", Accent: "#1d4570", Link: "#1f5a8e", Rule: "#b3b9bf", Selection: "#dfe6ed", OnSelect: "#15191d",
			Hit: "#fbe08a", OnHit: "#15191d", Alert: "#a8231b",
		},
		dark: Tokens{
			Muted: "#a5adb5", Accent: "#9fc4ec", Link: "#a6c9f0", Rule: "#575f67", Selection: "#2f3a45", OnSelect: "#eef3f7",
			Hit: "#dfc067", OnHit: "#14171a", Alert: "#ff9f93",
		},
	},
	{
		name: "evergreen",
		light: Tokens{
			Muted: "#5d645c", Accent: "#2a5b3a", Link: "#2a5676", Rule: "#b4bbb0", Selection: "#e0e8dc", OnSelect: "#171b16",
			Hit: "#f6e08c", OnHit: "#171b16", Alert: "#a8231b",
		},
		dark: Tokens{
			Muted: "#a7afa3", Accent: "#9fd0a8", Link: "#9cc4e0", Rule: "#58625a", Selection: "#2f3b32", OnSelect: "#eff5ee",
			Hit: "#d9c265", OnHit: "#151915", Alert: "#ff9f90",
		},
	},
	{
		name: "ochre",
		light: Tokens{
			Muted: "#67604f", Accent: "#7d4f0c", Link: "#2d5470", Rule: "#bfb49b", Selection: "#efe4c9", OnSelect: "#211c12",
			Hit: "#ffdc7a", OnHit: "#211c12", Alert: "#a3261c",
		},
		dark: Tokens{
			Muted: "#b0a68f", Accent: "#e6b96c", Link: "#9bc3dc", Rule: "#665d48", Selection: "#403825", OnSelect: "#f8f0dc",
			Hit: "#e9c25a", OnHit: "#1b170d", Alert: "#ff9f8c",
		},
	},
	{
		name: "plum",
		light: Tokens{
			Muted: "#655e68", Accent: "#6d2a6b", Link: "#36508e", Rule: "#bdb3c0", Selection: "#eadfec", OnSelect: "#1d181e",
			Hit: "#fbdc8c", OnHit: "#1d181e", Alert: "#a8231b",
		},
		dark: Tokens{
			Muted: "#aea5b2", Accent: "#dcabdc", Link: "#a9bdf0", Rule: "#625966", Selection: "#3d343f", OnSelect: "#f5eef6",
			Hit: "#e0bd66", OnHit: "#191519", Alert: "#ff9d92",
		},
	},
	{
		name: "slate",
		light: Tokens{
			Muted: "#616161", Accent: "#303a45", Link: "#2f4f74", Rule: "#b7b7b7", Selection: "#e3e3e3", OnSelect: "#161616",
			Hit: "#f3df9c", OnHit: "#161616", Alert: "#9b2c24",
		},
		dark: Tokens{
			Muted: "#a9a9a9", Accent: "#d5dde5", Link: "#b1c6de", Rule: "#5d5d5d", Selection: "#383838", OnSelect: "#f2f2f2",
			Hit: "#d8c477", OnHit: "#161616", Alert: "#f5a59a",
		},
	},
	{
		name: "contrast",
		light: Tokens{
			Ink: "#000000", Muted: "#3d3d3d", Accent: "#7a0000", Link: "#00307a", Rule: "#6b6b6b", Selection: "#000000", OnSelect: "#ffffff",
			Hit: "#ffd000", OnHit: "#000000", Alert: "#8a0000",
		},
		dark: Tokens{
			Ink: "#ffffff", Muted: "#d2d2d2", Accent: "#ffd24a", Link: "#a8d4ff", Rule: "#9a9a9a", Selection: "#ffffff", OnSelect: "#000000",
			Hit: "#ffd000", OnHit: "#000000", Alert: "#ffb3a6",
		},
	},
}

// Names lists the themes, the default first.
func Names() []string {
	out := make([]string, len(palettes))
	for i := range palettes {
		out[i] = palettes[i].name
	}
	return out
}
