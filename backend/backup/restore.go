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
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tungbuoc/backend/content"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/sqlite"
)

// The most a backup may hold: a small file can unpack to a full disk.
const (
	mostFiles    = 20_000
	mostBytes    = 4 << 30
	mostManifest = 8 << 20
)

// settingKiosk is the lasting name of a kiosk: a restored one is another.
const settingKiosk = "kiosk"

// Restored says what came of a restore.
type Restored struct {
	Manifest
	Kept  string `json:"kept"`  // where the database is that was there before, ""
	Clips int    `json:"added"` // recordings that were missing here
}

// Look says what a backup holds, and changes nothing. Errors: CodeNotFound,
// CodeInvalid, CodeStorage.
func Look(file string) (Manifest, error) {
	in, m, err := open(file)
	if err != nil {
		return m, err
	}
	return m, in.Close()
}

func open(file string) (*zip.ReadCloser, Manifest, error) {
	in, err := zip.OpenReader(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, Manifest{}, guide.Wrap(err, guide.CodeNotFound, "Không thấy tệp %s. Mời xem lại tên tệp, hoặc cắm lại USB.", filepath.Base(file))
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return nil, Manifest{}, invalid(err, "Tệp này không phải bản sao lưu của Từng Bước, hoặc chép còn thiếu. Mời chọn tệp khác.")
	case err != nil:
		return nil, Manifest{}, guide.Wrap(err, guide.CodeStorage, "Chưa đọc được tệp %s: %s.", filepath.Base(file), safefile.Why(err))
	}
	m, err := manifest(in)
	if err != nil {
		return nil, m, errors.Join(err, in.Close())
	}
	return in, m, nil
}

func manifest(in *zip.ReadCloser) (m Manifest, err error) {
	if len(in.File) > mostFiles {
		return m, invalid(errors.New("too many files"), "Bản sao lưu này có quá nhiều tệp. Mời chọn tệp khác.")
	}
	f, err := in.Open(manifestName)
	if err != nil {
		return m, invalid(err, "Tệp này không phải bản sao lưu của Từng Bước. Mời chọn tệp khác.")
	}
	defer func() { _ = f.Close() }()
	if err := json.NewDecoder(io.LimitReader(f, mostManifest)).Decode(&m); err != nil || m.Format < 1 {
		return m, damaged(errors.Join(err, errors.New("no manifest")))
	}
	if m.Format > format {
		return m, invalid(fmt.Errorf("format %d", m.Format), "Bản sao lưu này do bản Từng Bước mới hơn làm ra. Mời cài bản mới nhất rồi khôi phục lại.")
	}
	var bytes int64
	found := false
	for _, file := range m.Files {
		if !allowed(file.Name) || file.Size < 0 {
			return m, damaged(fmt.Errorf("file %q", file.Name))
		}
		bytes += file.Size
		found = found || file.Name == sqlite.FileName
	}
	if !found || bytes > mostBytes || len(m.Files) > mostFiles {
		return m, damaged(fmt.Errorf("%d files, %d bytes", len(m.Files), bytes))
	}
	return m, nil
}

// Restore puts a backup in the place of what is in the data folder, while no
// kiosk is open on it. What was there stays beside it, and recordings that are
// there stay as they are. The PIN is chosen anew, with the set-up code. Errors:
// those of Look; CodeBusy, CodeDiskFull.
func Restore(ctx context.Context, file, dataDir string, now func() time.Time, log *slog.Logger) (r Restored, err error) {
	in, m, err := open(file)
	if err != nil {
		return r, err
	}
	defer func() { _ = in.Close() }()
	r.Manifest = m
	if err := safefile.Folder(dataDir, 0o700); err != nil {
		return r, storage(err)
	}
	temp, err := os.MkdirTemp(dataDir, restoring+"*")
	if err != nil {
		return r, storage(err)
	}
	defer func() { _ = os.RemoveAll(temp) }()
	for _, f := range m.Files {
		if err := unpack(in, f, temp); err != nil {
			return r, err
		}
	}
	if err := renew(ctx, temp, now, log); err != nil {
		return r, err
	}
	if r.Kept, err = sqlite.Replace(ctx, dataDir, filepath.Join(temp, sqlite.FileName), now()); err != nil {
		return r, err
	}
	var clips []safefile.Way
	for _, f := range m.Files {
		switch {
		case f.Name == sqlite.FileName:
		case f.Name == content.OfficeName:
			err = putOffice(temp, dataDir, now())
		default:
			clips, err = addClip(clips, temp, dataDir, f.Name)
		}
		if err != nil {
			return r, err
		}
	}
	if err := safefile.MoveAll(clips); err != nil {
		return r, storage(err)
	}
	r.Clips = len(clips)
	return r, nil
}

// unpack takes a file out, as it was put in.
func unpack(in *zip.ReadCloser, f File, dir string) error {
	name := filepath.Join(dir, filepath.FromSlash(f.Name))
	if err := safefile.Folder(filepath.Dir(name), 0o700); err != nil {
		return storage(err)
	}
	err := safefile.Write(name, func(w io.Writer) error { return copied(in, f, w) })
	if err != nil && guide.ErrorCode(err) == guide.CodeInternal { // of the backup, not of this disk
		return damaged(err)
	}
	return err
}

// copied copies a file out, and says whether it is as it was put in.
func copied(in *zip.ReadCloser, f File, to io.Writer) error {
	from, err := in.Open(f.Name)
	if err != nil {
		return err
	}
	defer func() { _ = from.Close() }()
	sum := sha256.New()
	size, err := io.Copy(io.MultiWriter(to, sum), io.LimitReader(from, f.Size+1))
	if err == nil && (size != f.Size || hex.EncodeToString(sum.Sum(nil)) != f.SHA256) {
		err = fmt.Errorf("%s is not as it was: %d bytes of %d", f.Name, size, f.Size)
	}
	return err
}

// renew looks whether the database is sound, brings it to the schema of this
// program, and begins another life of it.
func renew(ctx context.Context, dir string, now func() time.Time, log *slog.Logger) error {
	if err := sqlite.CheckFile(ctx, dir); err != nil {
		return err
	}
	db, err := sqlite.Open(ctx, dir, now, log)
	if err != nil {
		return err
	}
	if db.SetAside() != "" {
		err = damaged(errors.New("the database in it is no database"))
	}
	if err == nil {
		_, err = db.NewEpoch(ctx)
	}
	if err == nil {
		err = db.SetSetting(ctx, settingKiosk, "")
	}
	return errors.Join(err, db.Close())
}

// putOffice puts the office's own settings in place; those that differ stay beside them.
func putOffice(from, to string, now time.Time) error {
	data, err := os.ReadFile(filepath.Join(from, content.OfficeName))
	if err != nil {
		return storage(err)
	}
	name := filepath.Join(to, content.OfficeName)
	if old, err := os.ReadFile(name); err == nil && string(old) != string(data) {
		kept := strings.TrimSuffix(name, filepath.Ext(name)) + "-truoc-" + now.Format("20060102-150405") + filepath.Ext(name)
		if err := safefile.Copy(name, kept); err != nil { // not moved: a power cut must not leave the office without any
			return storage(err)
		}
	}
	return safefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

// addClip adds a recording that is missing to those that are to be moved.
func addClip(clips []safefile.Way, from, to, name string) ([]safefile.Way, error) {
	path := filepath.Join(to, filepath.FromSlash(name))
	if _, err := os.Stat(path); err == nil {
		return clips, nil
	}
	if err := safefile.Folder(filepath.Dir(path), 0o700); err != nil {
		return clips, storage(err)
	}
	return append(clips, safefile.Way{From: filepath.Join(from, filepath.FromSlash(name)), To: path}), nil
}

func damaged(err error) error {
	return invalid(err, "Bản sao lưu này bị hỏng nên chưa khôi phục gì. Mời chọn bản khác.")
}

func invalid(err error, say string) error {
	return guide.Wrap(fmt.Errorf("backup: %w", err), guide.CodeInvalid, "%s", say)
}
