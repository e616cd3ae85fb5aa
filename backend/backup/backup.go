// Package backup takes what an office has made into one file, and back: its
// counts, what it printed and checked, its settings and its recordings. What
// opens the staff door stays on the machine: a stick is easily lost, and a PIN has
// so few digits that who reads its hash has the PIN.
package backup

import (
	"archive/zip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/speech"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

const (
	manifestName = "tung-buoc.json"
	format       = 1
)

// Manifest says what a backup holds.
type Manifest struct {
	Format  int    `json:"format"`
	Program string `json:"program"` // version that made it
	Made    string `json:"made"`    // YYYY-MM-DD HH:MM, the office's clock
	Office  string `json:"office"`  // the commune's name, ""
	Epoch   string `json:"epoch"`   // life of the database, see sqlite.DB.Epoch
	sqlite.Held
	Clips int    `json:"clips"` // recordings of the commune
	Files []File `json:"files"`
}

// File is one file of a backup.
type File struct {
	Name   string `json:"name"` // with slashes
	Size   int64  `json:"size"` // bytes
	SHA256 string `json:"sha256"`
}

// Office is what is backed up.
type Office struct {
	DB      *sqlite.DB
	DataDir string
	Version string // of the program
	Now     time.Time
}

// Name is what a backup made now is called.
func Name(now time.Time) string { return "tung-buoc-sao-luu-" + now.Format("20060102-1504") + ".zip" }

// Write writes a backup while the office goes on. Errors: those of to;
// CodeStorage, CodeDiskFull.
func (o Office) Write(ctx context.Context, to io.Writer) (Manifest, error) {
	m := Manifest{Format: format, Program: o.Version, Made: o.Now.Format(guide.MinuteForm)}
	temp, err := os.MkdirTemp(o.DataDir, writing+"*")
	if err != nil {
		return m, storage(err)
	}
	defer func() { _ = os.RemoveAll(temp) }()
	copied := filepath.Join(temp, sqlite.FileName)
	if m.Epoch, err = o.DB.Epoch(ctx); err == nil {
		err = o.DB.CopyTo(ctx, copied)
	}
	if err == nil {
		err = sqlite.Forget(ctx, copied, staff.Secrets...)
	}
	if err == nil {
		m.Held, err = o.DB.Held(ctx)
	}
	if err != nil {
		return m, err
	}
	if office, err := desk.Office(ctx, o.DB, o.DataDir); err == nil {
		m.Office = office.Name
	}
	clips, err := clipsIn(o.DataDir)
	if err != nil {
		return m, storage(err)
	}
	m.Clips = len(clips)

	out := zip.NewWriter(to)
	add := func(name, from string) error {
		file, err := pack(out, name, from)
		if errors.Is(err, fs.ErrNotExist) {
			return nil // it is not every office's, or was removed just now
		}
		m.Files = append(m.Files, file)
		return err
	}
	err = add(sqlite.FileName, copied)
	if err == nil {
		err = add(content.OfficeName, filepath.Join(o.DataDir, content.OfficeName))
	}
	for _, name := range clips {
		if err == nil {
			err = add(name, filepath.Join(o.DataDir, filepath.FromSlash(name)))
		}
	}
	if err != nil {
		return m, err
	}
	// Last, because it says what is in all the others.
	w, err := out.Create(manifestName)
	if err == nil {
		lines := json.NewEncoder(w)
		lines.SetIndent("", "  ")
		err = lines.Encode(m)
	}
	return m, errors.Join(err, out.Close())
}

// clipsIn lists the commune's recordings, with slashes.
func clipsIn(dataDir string) (names []string, err error) {
	err = fs.WalkDir(os.DirFS(dataDir), speech.Folder, func(name string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err == nil && d.Type().IsRegular() && allowed(name) {
			names = append(names, name)
		}
		return err
	})
	return names, err
}

// allowed says whether a file of this name is part of a backup: nothing that could
// leave the data folder or hide in it.
func allowed(name string) bool {
	if name == sqlite.FileName || name == content.OfficeName {
		return true
	}
	parts := strings.Split(name, "/")
	if len(parts) < 2 || len(parts) > 4 || parts[0] != speech.Folder || !fs.ValidPath(name) {
		return false
	}
	for _, part := range parts {
		if part == "" || strings.HasPrefix(part, ".") || strings.Trim(part, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-") != "" {
			return false
		}
	}
	return path.Clean(name) == name
}

// pack adds a file to a zip.
func pack(out *zip.Writer, name, from string) (File, error) {
	in, err := os.Open(from)
	if err != nil {
		return File{}, err
	}
	defer func() { _ = in.Close() }()
	// Recordings are compressed already.
	method := zip.Deflate
	if strings.HasPrefix(name, speech.Folder+"/") {
		method = zip.Store
	}
	w, err := out.CreateHeader(&zip.FileHeader{Name: name, Method: method})
	if err != nil {
		return File{}, err
	}
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(w, sum), in)
	return File{Name: name, Size: size, SHA256: hex.EncodeToString(sum.Sum(nil))}, err
}

func storage(err error) error {
	if safefile.Full(err) {
		return guide.Wrap(fmt.Errorf("backup: %w", err), guide.CodeDiskFull, "Ổ đĩa đã đầy nên chưa sao lưu hay khôi phục được. Mời xóa bớt tệp không dùng rồi thử lại.")
	}
	return guide.Wrap(fmt.Errorf("backup: %w", err), guide.CodeStorage, "Chưa đọc hay ghi được thư mục dữ liệu của máy. Mời cán bộ kiểm tra ổ đĩa rồi thử lại.")
}
