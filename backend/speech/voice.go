package speech

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"
)

const (
	voiceProgram  = "espeak-ng"
	voiceTimeout  = 10 * time.Second // for one sentence; a second of work makes minutes of speech
	voiceSlots    = 2                // processes at a time: the kiosk is a weak PC
	maxSpeech     = 16 << 20         // bytes of one sentence
	normalSpeed   = 150              // words a minute as the program counts them: about 190 syllables
	slowSpeed     = 110
	voiceLanguage = "vi"
)

// Voice is the synthesiser of the system, espeak-ng. It runs as a process of
// its own for every sentence. Safe for use by many goroutines.
type Voice struct {
	path  string
	slots chan struct{}
}

// FindVoice looks for espeak-ng; nil when it is not installed.
func FindVoice() *Voice {
	if path, err := exec.LookPath(voiceProgram); err == nil {
		return NewVoice(path)
	}
	if runtime.GOOS == "windows" { // its installer does not touch the path
		for _, base := range []string{os.Getenv("ProgramFiles"), os.Getenv("ProgramFiles(x86)")} {
			path := filepath.Join(base, "eSpeak NG", voiceProgram+".exe")
			if info, err := os.Stat(path); base != "" && err == nil && info.Mode().IsRegular() {
				return NewVoice(path)
			}
		}
	}
	return nil
}

// NewVoice is the voice of the program at path.
func NewVoice(path string) *Voice {
	return &Voice{path: path, slots: make(chan struct{}, voiceSlots)}
}

// Path is where the program is.
func (v *Voice) Path() string { return v.path }

// Languages lists the languages the voice speaks, none for no voice.
func (v *Voice) Languages() []string {
	if v == nil {
		return []string{}
	}
	return []string{voiceLanguage, english}
}

// Synthesise says a sentence, already in its spoken form, and gives a WAV
// file. No error holds the sentence.
func (v *Voice) Synthesise(ctx context.Context, lang, say string, slow bool) ([]byte, error) {
	if v == nil {
		return nil, errors.New("no voice installed")
	}
	if lang != english {
		lang = voiceLanguage
	}
	speed := normalSpeed
	if slow {
		speed = slowSpeed
	}
	select {
	case v.slots <- struct{}{}:
		defer func() { <-v.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	ctx, cancel := context.WithTimeout(ctx, voiceTimeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, v.path, "-b", "1", "-v", lang, "-s", strconv.Itoa(speed), "--stdin", "--stdout")
	hideWindow(cmd)
	cmd.WaitDelay = time.Second // a grandchild must not hold the pipe open
	cmd.Stdin = strings.NewReader(say + "\n")
	out := &limited{left: maxSpeech}
	cmd.Stdout = out
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("%s: %w", voiceProgram, err)
	}
	wav, err := mendWAV(out.Bytes())
	if err != nil {
		return nil, fmt.Errorf("%s wrote: %w", voiceProgram, err)
	}
	return wav, nil
}

// limited is a buffer that refuses to grow without end.
type limited struct {
	bytes.Buffer
	left int
}

func (l *limited) Write(p []byte) (int, error) {
	if l.left -= len(p); l.left < 0 {
		return 0, io.ErrShortBuffer
	}
	return l.Buffer.Write(p)
}
