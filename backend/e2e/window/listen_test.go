//go:build window

package window

import (
	"bytes"
	"encoding/binary"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

// A step is heard: the kiosk's sound goes to a sound server of the test's own,
// whose only speaker is a file, and the file is not silent.
func TestAStepIsHeard(t *testing.T) {
	sound := mustSound(t)
	const size = "1366x768"
	s := mustScreen(t, size)
	s.env = append(s.env, "PULSE_SERVER=unix:"+sound.socket)
	k := s.mustKiosk()
	s.touch("Chỗ ở")
	s.touch("Đăng ký tạm trú")
	s.touch("Học từng bước")
	s.touch("Nhà thuê")
	s.touch("Đủ 18 tuổi")
	s.touch("Tự làm trên điện thoại")
	s.touch("Có đủ cả")
	s.see("Giấy tờ của ông bà")
	for s.try("wait 0 %s", "Trang sau").OK {
		s.touch("Trang sau")
	}
	s.touch("Xem từng bước")
	s.touch("Học từ đầu")
	s.see("Bước 1 trên")
	if loud := sound.loudness(time.Second); !(loud == 0) {
		t.Errorf("before a touch there is sound, %.4f", loud)
	}
	s.touch("Nghe")
	s.see("Dừng")
	s.picture("listen-" + size)
	until(t, s.end, "a voice", func() bool { return sound.loudness(time.Second) > 0.01 })
	s.touch("Tiếp tục") // leaving stops it
	s.see("Bước 2 trên")
	// What the sound server had taken already is still heard. Two silent seconds
	// are no pause between two sentences.
	until(t, s.end, "silence", func() bool { return sound.loudness(2*time.Second) < 0.001 })
	if code := k.stop(); code != 0 {
		t.Errorf("exit code = %d", code)
	}
}

// speaker is a sound server whose speaker is recorded.
type speaker struct {
	socket string
	mu     sync.Mutex
	heard  bytes.Buffer // 16-bit little endian, mono, 16 kHz
}

func mustSound(t *testing.T) *speaker {
	t.Helper()
	dir := t.TempDir()
	sp := &speaker{socket: filepath.Join(dir, "native")}
	env := append(os.Environ(), "HOME="+dir, "XDG_RUNTIME_DIR="+dir, "PULSE_SERVER=unix:"+sp.socket)
	run := func(output *bytes.Buffer, name string, args ...string) *exec.Cmd {
		cmd := exec.Command(name, args...)
		cmd.Env = env
		if output == nil {
			cmd.Stdout = sp
		} else {
			cmd.Stdout, cmd.Stderr = output, output
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
		})
		return cmd
	}
	var says bytes.Buffer
	run(&says, "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disallow-exit",
		"-L", "module-null-sink sink_name=kiosk", "-L", "module-native-protocol-unix auth-anonymous=1 socket="+sp.socket)
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the sound server said: %s", says.String())
		}
	})
	until(t, deadline(t), "the sound server", func() bool {
		_, err := os.Stat(sp.socket)
		return err == nil
	})
	run(nil, "parec", "--device=kiosk.monitor", "--format=s16le", "--rate=16000", "--channels=1", "--latency-msec=50")
	// On a busy machine it begins late; a second of nothing is not a second of silence.
	until(t, deadline(t), "the recorder", func() bool {
		sp.mu.Lock()
		defer sp.mu.Unlock()
		return sp.heard.Len() > 0
	})
	return sp
}

func (sp *speaker) Write(p []byte) (int, error) {
	sp.mu.Lock()
	defer sp.mu.Unlock()
	return sp.heard.Write(p)
}

// loudness listens for a while and gives the root mean square of what was
// heard, 0 for silence, 1 for the loudest there can be.
func (sp *speaker) loudness(d time.Duration) float64 {
	sp.mu.Lock()
	sp.heard.Reset()
	sp.mu.Unlock()
	time.Sleep(d)
	sp.mu.Lock()
	defer sp.mu.Unlock()
	data := sp.heard.Bytes()
	sum, n := 0.0, len(data)/2
	for i := range n {
		v := float64(int16(binary.LittleEndian.Uint16(data[2*i:]))) / math.MaxInt16
		sum += v * v
	}
	if n == 0 {
		return math.NaN() // nothing recorded at all: every comparison with it fails the test
	}
	return math.Sqrt(sum / float64(n))
}
