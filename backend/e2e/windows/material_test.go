//go:build wine

package windows

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// entries are n lines of a national catalogue.
func entries(n int) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		line, _ := json.Marshal(map[string]any{
			"code": fmt.Sprintf("9.%06d", i), "formality_id": fmt.Sprintf("019d2bfd-3fe0-70ac-b9d6-%012d", i),
			"name": fmt.Sprintf("Cấp giấy phép nuôi voi số %d", i),
		})
		b.Write(line)
		b.WriteByte('\n')
	}
	return b.String()
}

// tone is a WAV file of two seconds.
func tone() string {
	const rate = 24000
	samples := make([]int16, 2*rate)
	for i := range samples {
		samples[i] = int16(8000 * math.Sin(2*math.Pi*440*float64(i)/rate))
	}
	var b bytes.Buffer
	b.WriteString("RIFF")
	for _, v := range []any{
		uint32(36 + 2*len(samples)), []byte("WAVEfmt "), uint32(16), uint16(1), uint16(1), uint32(rate), uint32(2 * rate),
		uint16(2), uint16(16), []byte("data"), uint32(2 * len(samples)), samples,
	} {
		_ = binary.Write(&b, binary.LittleEndian, v) // a buffer takes everything
	}
	return b.String()
}

// codes reads the QR codes of a picture or of every page of a PDF.
func (d *desk) codes(name string) []string {
	d.Helper()
	pictures := []string{filepath.Join(d.dir, name)}
	if filepath.Ext(name) == ".pdf" {
		stem := filepath.Join(d.TempDir(), "page")
		if out, err := exec.CommandContext(d.ctx, "pdftoppm", "-r", "200", "-png", pictures[0], stem).CombinedOutput(); err != nil {
			d.Fatalf("pdftoppm %s: %v: %s", name, err, out)
		}
		pictures, _ = filepath.Glob(stem + "*.png")
	}
	out, err := exec.CommandContext(d.ctx, "zbarimg", append([]string{"--quiet", "--raw", "-Sdisable", "-Sqrcode.enable"}, pictures...)...).Output()
	const somePagesWithout = 4 // an exit code of zbarimg
	var exit *exec.ExitError
	if err != nil && !(errors.As(err, &exit) && exit.ExitCode() == somePagesWithout) {
		d.Fatalf("zbarimg %s: %v", name, err)
	}
	found := strings.Fields(string(out))
	slices.Sort(found)
	return found
}
