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
	ctx, stop := context.WithCancelCause(context.Background())
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		s, _ := (<-told).(syscall.Signal)
		signal.Reset(syscall.SIGQUIT) // a second one says where a program hangs that does not end
		stop(cli.Stopped{Signal: s})
	}()
	code := cli.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	os.Exit(code)
}
