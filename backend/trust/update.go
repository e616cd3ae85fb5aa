package trust

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// RoleApp is the role that signs programs, and only them.
const RoleApp = "app"

// Program is what the files of an update say they are.
const Program = "tungbuoc"

// Ext is the ending of an update file.
const Ext = ".tbupdate"

// Trust is what a machine believes, and what it wants.
type Trust struct {
	Root     []byte // see [Shipped]
	Memory   string // the data folder; "" remembers nothing
	Platform string // such as "linux-amd64"; "" takes files for any

	leastHolders int // for tests of roots as others make them
}

// Update is a file that the holders have signed for this program. What is in it
// may be shown, and saved; nothing is remembered before [Update.Remember].
type Update struct {
	Number  int64     `json:"number"`  // counts up with every update
	Version string    `json:"version"` // of the program
	Made    time.Time `json:"made"`
	Root    int64     `json:"root"`  // the version of the root that holds now
	Needs   int       `json:"needs"` // how many holders have to sign
	Files   []File    `json:"files"`

	f    io.Closer
	b    *bundle
	next memory
	dir  string
}

// File is one file of the program.
type File struct {
	Platform string `json:"platform"`
	Name     string `json:"name"`
	Size     int64  `json:"size"`
	SHA256   string `json:"sha256"`

	part string
	meta *metadata.TargetFiles
}

// about is what the holders say of a file, beside its length and digest.
type about struct {
	Program string    `json:"program"`
	Version string    `json:"version"`
	Made    time.Time `json:"made"`
}

// Open checks a file as a whole: who signed it, that it is not older than what
// was accepted, and every byte of the program in it. Close what it gives.
//
// Errors: a [Refusal] with its sentence; CodeNotFound, CodeStorage when the file
// cannot be read at all.
func (t Trust) Open(name string) (*Update, error) {
	f, size, err := open(name)
	if err != nil {
		return nil, err
	}
	u, err := t.check(f, size)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	u.f = f
	return u, nil
}

// open opens a file that somebody has brought.
func open(name string) (*os.File, int64, error) {
	info, err := os.Stat(name) // before opening: a pipe would wait for ever
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, guide.Wrap(err, guide.CodeNotFound, "Không có tệp %s. Mời xem lại tên tệp, hoặc USB còn cắm không.", path.Base(name))
	case err == nil && !info.Mode().IsRegular():
		return nil, 0, refuse(NotOurs, fmt.Errorf("%s is %v", name, info.Mode()))
	case err != nil:
		return nil, 0, unreadable(err)
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, 0, unreadable(err)
	}
	return f, info.Size(), nil
}

func unreadable(err error) error {
	return guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp. Mời rút USB, cắm lại rồi thử lần nữa.")
}

// check is Open for what is open already.
func (t Trust) check(r io.ReaderAt, size int64) (*Update, error) {
	b, err := readBundle(r, size)
	if err != nil {
		return nil, err
	}
	v, err := t.look(b)
	if err != nil {
		return nil, err
	}
	u := &Update{b: b, next: v.next, dir: t.Memory, Root: v.next.Root, Number: v.set.Timestamp.Signed.Version}
	if err := u.files(v, t.Platform); err != nil {
		return nil, err
	}
	for name := range b.entries {
		if !b.used[name] {
			return nil, refuse(Torn, fmt.Errorf("nobody has signed for %s", name))
		}
	}
	if u.next.Seen.Before(u.Made) {
		u.next.Seen = u.Made
	}
	return u, nil
}

// files takes what the role app signs for, and reads every byte of it.
func (u *Update) files(v *view, platform string) error {
	if !delegated(v, RoleApp) {
		return refuse(OtherProgram, fmt.Errorf("no role %s", RoleApp))
	}
	if err := v.role(RoleApp, metadata.TARGETS); err != nil {
		return err
	}
	u.Needs = v.set.Root.Signed.Roles[metadata.TARGETS].Threshold
	app := v.set.Targets[RoleApp].Signed
	first := true
	for _, target := range slices.Sorted(maps.Keys(app.Targets)) {
		meta, role, err := v.find(target)
		if err != nil {
			return err
		}
		f, what, err := describe(target, meta)
		switch {
		case err != nil:
			return refuse(Torn, err)
		case role != RoleApp || what.Program != Program:
			return refuse(OtherProgram, fmt.Errorf("%s is of %q, signed by role %q", target, what.Program, role))
		case !first && (what.Version != u.Version || !what.Made.Equal(u.Made)):
			return refuse(Torn, fmt.Errorf("%s is of version %s, others of %s", target, what.Version, u.Version))
		}
		first, u.Version, u.Made = false, what.Version, what.Made
		if err := u.write(io.Discard, f); err != nil {
			return err
		}
		if platform == "" || f.Platform == platform {
			u.Files = append(u.Files, f)
		}
	}
	switch {
	case len(app.Targets) == 0:
		return refuse(OtherProgram, errors.New("the role app signs for nothing"))
	case len(u.Files) == 0:
		return refuse(OtherMachine, fmt.Errorf("nothing for %s", platform))
	}
	return nil
}

// delegated says whether the top role has named a role.
func delegated(v *view, role string) bool {
	d := v.set.Targets[metadata.TARGETS].Signed.Delegations
	return d != nil && slices.ContainsFunc(d.Roles, func(r metadata.DelegatedRole) bool { return r.Name == role })
}

// describe reads what is said of a file: app/PLATFORM/NAME.
func describe(target string, meta *metadata.TargetFiles) (f File, what about, err error) {
	words := strings.Split(target, "/")
	sum, ok := meta.Hashes["sha256"]
	switch {
	case len(words) != 3 || words[0] != RoleApp || !nameOfFile.MatchString(words[1]) || !nameOfFile.MatchString(words[2]):
		return f, what, fmt.Errorf("%q is no file of a program", target)
	case !ok || len(sum) != sha256.Size || meta.Length < 0:
		return f, what, fmt.Errorf("%s has no SHA-256", target)
	case meta.Custom == nil:
		return f, what, fmt.Errorf("%s does not say what it is", target)
	}
	if err := json.Unmarshal(*meta.Custom, &what); err != nil {
		return f, what, fmt.Errorf("%s: %w", target, err)
	}
	return File{
		Platform: words[1], Name: words[2], Size: meta.Length, SHA256: fmt.Sprintf("%x", []byte(sum)),
		part: targetName(target, sum), meta: meta,
	}, what, nil
}

// targetName is where a bundle has a file: its digest is part of the name.
func targetName(target string, sum []byte) string {
	dir, base := path.Split(target)
	return fmt.Sprintf("targets/%s%x.%s", dir, sum, base)
}

// write copies a file out of the bundle, and says whether it is the signed one.
// Whoever takes the bytes must drop them when it is not.
func (u *Update) write(w io.Writer, f File) error {
	if e := u.b.entries[f.part]; e.size != f.meta.Length {
		return refuse(Torn, fmt.Errorf("%s has %d bytes, not %d", f.part, e.size, f.meta.Length))
	}
	sum := sha256.New()
	if err := u.b.copy(io.MultiWriter(w, sum), f.part); err != nil {
		return err
	}
	if subtle.ConstantTimeCompare(sum.Sum(nil), f.meta.Hashes["sha256"]) != 1 {
		return refuse(Torn, fmt.Errorf("%s has another SHA-256", f.part))
	}
	return nil
}

// Save writes a file of the update under a name. The stick may have been changed
// since it was opened, so every byte is checked again on its way; the name is
// there only with the right bytes. To make it one that can be started is up to the
// caller. Errors: those of [Trust.Open] and of safefile.
func (u *Update) Save(f File, name string) error {
	return safefile.Write(name, func(w io.Writer) error { return u.write(w, f) })
}

// Remember keeps that this update was accepted: nothing older will be. Call it
// when the new program has proven itself.
func (u *Update) Remember() error {
	if u.dir == "" {
		return nil
	}
	return u.next.keep(u.dir)
}

// RememberIn writes what [Update.Remember] would keep into another folder, from where
// it can take its place in the data folder once the new program has proven itself:
// who watches that is not linked with this package.
func (u *Update) RememberIn(dir string) error { return u.next.keep(dir) }

// Close lets go of the stick.
func (u *Update) Close() error {
	if u.f == nil {
		return nil
	}
	return u.f.Close()
}
