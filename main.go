// Depesche is a newspaper reader for the terminal.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"depesche/ui/cli"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	code := cli.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}
