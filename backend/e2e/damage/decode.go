package damage

import (
	"bufio"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Decoder reads the codes in many files (PGM) at once: what stands in each,
// none when nothing was found.
type Decoder struct {
	Name string
	read func(ctx context.Context, files []string) (map[string][]string, error)
}

// Decoders are the two that have no code in common. Paths are as seen from the
// root of the sources.
var Decoders = []Decoder{{"zxing-wasm", zxing}, {"zbarimg", zbar}}

// Right says whether what was found is the address and nothing else.
func Right(found []string, address string) bool {
	for _, text := range found {
		if text != address {
			return false
		}
	}
	return len(found) > 0
}

func zxing(ctx context.Context, files []string) (map[string][]string, error) {
	cmd := exec.CommandContext(ctx, "node", "frontend/e2e/decode.mjs")
	cmd.Stdin = strings.NewReader(strings.Join(files, "\n") + "\n")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("node frontend/e2e/decode.mjs (cd frontend && npm ci): %w", err)
	}
	found := map[string][]string{}
	lines := bufio.NewScanner(strings.NewReader(string(out)))
	for lines.Scan() {
		var line struct {
			File  string   `json:"file"`
			Texts []string `json:"texts"`
		}
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("decode.mjs said %q: %w", lines.Text(), err)
		}
		found[line.File] = line.Texts
	}
	if len(found) != len(files) {
		return nil, fmt.Errorf("decode.mjs answered for %d of %d files", len(found), len(files))
	}
	return found, lines.Err()
}

// zbarFiles is how many files one process gets: a command line is not endless.
const zbarFiles = 500

// noneFound is how zbarimg ends when a file held no code.
const noneFound = 4

func zbar(ctx context.Context, files []string) (map[string][]string, error) {
	found := map[string][]string{}
	for len(files) > 0 {
		n := min(zbarFiles, len(files))
		args := append([]string{"--quiet", "--xml", "-Sdisable", "-Sqrcode.enable"}, files[:n]...)
		out, err := exec.CommandContext(ctx, "zbarimg", args...).Output()
		if exit := (*exec.ExitError)(nil); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != noneFound) {
			return nil, fmt.Errorf("zbarimg (apt-get install zbar-tools): %w", err)
		}
		var answer struct {
			Sources []struct {
				File  string   `xml:"href,attr"`
				Texts []string `xml:"index>symbol>data"`
			} `xml:"source"`
		}
		if err := xml.Unmarshal(out, &answer); err != nil {
			return nil, fmt.Errorf("zbarimg: %w", err)
		}
		for _, s := range answer.Sources {
			found[s.File] = append(found[s.File], s.Texts...)
		}
		files = files[n:]
	}
	return found, nil
}
