//go:build unix

package certificate

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

func policies() []Line { return linuxLines() }

func machine() Machine {
	return Machine{
		System: osName(readText("/etc/os-release")), CPU: cpuName(readText("/proc/cpuinfo")), Cores: runtime.NumCPU(),
		RAM: memTotal(readText("/proc/meminfo")), Screen: screenSize(),
	}
}

func readText(name string) string {
	data, _ := os.ReadFile(name) // what is not there is not known
	return string(data)
}

// osName reads os-release(5).
func osName(text string) string {
	for l := range strings.Lines(text) {
		if v, ok := strings.CutPrefix(strings.TrimSpace(l), "PRETTY_NAME="); ok {
			return strings.Trim(v, `"'`)
		}
	}
	return runtime.GOOS
}

// cpuName reads /proc/cpuinfo.
func cpuName(text string) string {
	for l := range strings.Lines(text) {
		if name, v, ok := strings.Cut(l, ":"); ok && strings.TrimSpace(name) == "model name" {
			return strings.Join(strings.Fields(v), " ")
		}
	}
	return runtime.GOARCH
}

// memTotal reads /proc/meminfo, in MB.
func memTotal(text string) int64 {
	for l := range strings.Lines(text) {
		if v, ok := strings.CutPrefix(l, "MemTotal:"); ok {
			kB, _ := strconv.ParseInt(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(v), "kB")), 10, 64)
			return kB / 1024
		}
	}
	return 0
}

func screenSize() string {
	if os.Getenv("DISPLAY") == "" {
		return ""
	}
	conn, err := xgb.NewConn()
	if err != nil {
		return ""
	}
	defer conn.Close()
	s := xproto.Setup(conn).DefaultScreen(conn)
	return fmt.Sprintf("%d × %d", s.WidthInPixels, s.HeightInPixels)
}
