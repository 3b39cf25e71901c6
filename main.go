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
	ctx, cancel := context.WithCancel(context.Background())
	told := make(chan os.Signal, 1)
	signal.Notify(told, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	ended := make(chan syscall.Signal, 1)
	go func() {
		s, _ := (<-told).(syscall.Signal)
		ended <- s
		cancel()
	}()
	code := cli.Main(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	select {
	case s := <-ended:
		code = 128 + int(s) // what a shell says of a program that a signal has ended
	default:
	}
	os.Exit(code)
}
