//go:build unix

package program

import (
	"os/exec"
	"syscall"
)

// together makes a program and its children one group, which ends as one.
func together(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
}
