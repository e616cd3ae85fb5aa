//go:build window

package window

import (
	"bytes"
	"context"
	"os/exec"
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// output runs a command until it ends or ctx does, and gives all it printed.
func output(ctx context.Context, cmd *exec.Cmd) (string, error) {
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return out.String(), err
	case <-ctx.Done():
		_ = cmd.Process.Kill()
		<-done
		return out.String(), ctx.Err()
	}
}
