package locale

// CLI is what that part of the program says.
type CLI struct{}

var (
	cliEN = CLI{}
	cliDE = CLI{}
)
