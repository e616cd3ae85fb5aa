package chaos

import "os/exec"

const nobody = 0

func notRoot(*exec.Cmd) {}
