package locale

// Errors is what that part of the program says.
type Errors struct{}

var (
	errorsEN = Errors{}
	errorsDE = Errors{}
)
