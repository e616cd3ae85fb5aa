package trust

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"github.com/theupdateframework/go-tuf/v2/metadata"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// Release is what a holder puts together.
type Release struct {
	Roots   [][]byte // all of them, from the first on, signed
	Number  int64    // higher than that of every update before
	Version string   // of the program
	Made    time.Time
	Files   []Source
}

// Source is a file of the program as it lies on the holder's disk.
type Source struct {
	Platform string // such as "linux-amd64"
	Path     string // its last name is the file's name
}

// Make writes an update file with the first signature in it. The others are
// added by [AddSignature]. Errors: CodeInvalid, CodeUsage, CodeDenied, CodeStorage.
func Make(name string, r Release, key ed25519.PrivateKey) error {
	root, err := Chain(r.Roots)
	if err != nil {
		return err
	}
	if r.Number < 1 || r.Version == "" || len(r.Files) == 0 {
		return guide.Errorf(guide.CodeUsage, "Bản cập nhật cần số bản từ 1, tên phiên bản và ít nhất một tệp chương trình.")
	}
	made := r.Made.UTC().Truncate(time.Second)
	d := &draft{root: root}
	d.app = metadata.Targets(never)
	what := about{Program: Program, Version: r.Version, Made: made}
	for _, f := range r.Files {
		target, p, meta, err := f.read(what)
		if err != nil {
			return err
		}
		if d.app.Signed.Targets[target] != nil {
			return guide.Errorf(guide.CodeUsage, "Tệp %s được ghi hai lần.", target)
		}
		d.app.Signed.Targets[target] = meta
		d.rest = append(d.rest, p)
	}
	for i, data := range r.Roots {
		d.rest = append(d.rest, bytesPart(rootName(int64(i+1)), data))
	}
	d.describe(r.Number)
	if err := d.sign(key); err != nil {
		return err
	}
	return d.write(name, func() {})
}

// Chain checks roots from the first on and gives the newest. Error: CodeInvalid.
func Chain(roots [][]byte) (*metadata.Metadata[metadata.RootType], error) {
	if len(roots) == 0 {
		return nil, guide.Errorf(guide.CodeInvalid, "Thư mục chưa có khóa gốc nào. Mời xem lại thư mục khóa gốc.")
	}
	var before []byte
	for i, data := range roots {
		s, err := StateOfRoot(data, before)
		if err != nil {
			return nil, err
		}
		if s.Version != int64(i+1) {
			return nil, guide.Errorf(guide.CodeInvalid, "Thư mục khóa gốc thiếu đời %d. Mời để đủ các đời vào một thư mục.", i+1)
		}
		if !s.Done {
			return nil, guide.Errorf(guide.CodeInvalid, "Khóa gốc đời %d còn thiếu chữ ký. Mời ký đủ rồi làm tiếp.", s.Version)
		}
		before = data
	}
	return readRoot(before)
}

// read measures a file of the program.
func (s Source) read(what about) (target string, p part, meta *metadata.TargetFiles, err error) {
	name := filepath.Base(s.Path)
	if !nameOfFile.MatchString(s.Platform) || !nameOfFile.MatchString(name) {
		return "", p, nil, guide.Errorf(guide.CodeUsage, "Tên %q không dùng được. Mời đặt tên tệp bằng chữ không dấu, không có dấu cách.", name)
	}
	target = RoleApp + "/" + s.Platform + "/" + name
	sum := sha256.New()
	open := func() (io.ReadCloser, error) { f, _, err := open(s.Path); return f, err }
	f, err := open()
	if err != nil {
		return "", p, nil, err
	}
	size, err := io.Copy(sum, f)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		return "", p, nil, unreadable(err)
	}
	digest := sum.Sum(nil)
	if meta, err = targetMeta(size, digest, what); err != nil {
		return "", p, nil, err
	}
	return target, part{targetName(target, digest), open}, meta, nil
}

// targetMeta is all that is said of a file.
func targetMeta(size int64, digest []byte, what about) (*metadata.TargetFiles, error) {
	custom, err := json.Marshal(what)
	if err != nil {
		return nil, err
	}
	meta := metadata.TargetFile()
	meta.Length, meta.Custom = size, (*json.RawMessage)(&custom)
	meta.Hashes = metadata.Hashes{"sha256": digest}
	return meta, nil
}

// draft is an update that not everybody has signed yet.
type draft struct {
	root      *metadata.Metadata[metadata.RootType]
	timestamp *metadata.Metadata[metadata.TimestampType]
	snapshot  *metadata.Metadata[metadata.SnapshotType]
	targets   *metadata.Metadata[metadata.TargetsType]
	app       *metadata.Metadata[metadata.TargetsType]
	rest      []part // what is not signed here: roots, files
}

// describe makes the metadata around the role app. One number counts for all of
// it. No digest of metadata stands in other metadata: a second signature changes
// the bytes, and the first would no longer hold.
func (d *draft) describe(number int64) {
	keys := d.root.Signed.Roles[metadata.TARGETS]
	d.timestamp, d.snapshot, d.targets = metadata.Timestamp(never), metadata.Snapshot(never), metadata.Targets(never)
	d.timestamp.Signed.Version, d.snapshot.Signed.Version = number, number
	d.targets.Signed.Version, d.app.Signed.Version = number, number
	d.timestamp.Signed.Meta = map[string]*metadata.MetaFiles{"snapshot.json": {Version: number}}
	d.timestamp.Signed.UnrecognizedFields = map[string]any{rootField: d.root.Signed.Version}
	d.snapshot.Signed.Meta = map[string]*metadata.MetaFiles{"targets.json": {Version: number}, RoleApp + ".json": {Version: number}}
	named := map[string]*metadata.Key{}
	for _, id := range keys.KeyIDs {
		named[id] = d.root.Signed.Keys[id]
	}
	d.targets.Signed.Delegations = &metadata.Delegations{
		Keys: named,
		Roles: []metadata.DelegatedRole{{
			Name: RoleApp, KeyIDs: keys.KeyIDs, Threshold: keys.Threshold, Terminating: true, Paths: []string{RoleApp + "/*/*"},
		}},
	}
}

// sign adds a holder's signature to everything that it is for.
func (d *draft) sign(key ed25519.PrivateKey) error {
	roles := d.root.Signed.Roles
	return errors.Join(
		sign(d.timestamp, roles[metadata.TIMESTAMP].KeyIDs, key),
		sign(d.snapshot, roles[metadata.SNAPSHOT].KeyIDs, key),
		sign(d.targets, roles[metadata.TARGETS].KeyIDs, key),
		sign(d.app, d.targets.Signed.Delegations.Roles[0].KeyIDs, key),
	)
}

// write writes the update file. read is called when what it is made of has been read.
func (d *draft) write(name string, read func()) error {
	parts := slices.Clone(d.rest)
	number := d.timestamp.Signed.Version
	for _, m := range []struct {
		name string
		json func(bool) ([]byte, error)
	}{
		{timestampName, d.timestamp.ToBytes},
		{metadataName(number, metadata.SNAPSHOT), d.snapshot.ToBytes},
		{metadataName(number, metadata.TARGETS), d.targets.ToBytes},
		{metadataName(number, RoleApp), d.app.ToBytes},
	} {
		data, err := m.json(true)
		if err != nil {
			return err
		}
		parts = append(parts, bytesPart(m.name, data))
	}
	return safefile.Write(name, func(w io.Writer) error {
		defer read()
		return writeBundle(w, parts)
	})
}

// Draft is what a holder reads before and after signing an update.
type Draft struct {
	Number  int64     `json:"number"`
	Version string    `json:"version"`
	Made    time.Time `json:"made"`
	Root    int64     `json:"root"`
	Has     int       `json:"has"`
	Needs   int       `json:"needs"`
	Files   []File    `json:"files"`
}

// Inspect says what is in an update file, signed or not, when all of it is whole
// and belongs together. It says nothing of trust. Errors: those of [Trust.Open].
func Inspect(name string) (Draft, error) {
	f, size, err := open(name)
	if err != nil {
		return Draft{}, err
	}
	defer func() { _ = f.Close() }()
	_, said, err := inspect(f, size)
	return said, err
}

// AddSignature adds a holder's signature to an update file, in its place. Files
// of another form, or with a byte of the program changed, are not signed.
// Errors: those of [Trust.Open]; CodeDenied, CodeInvalid, CodeStorage.
func AddSignature(name string, key ed25519.PrivateKey) (Draft, error) {
	f, size, err := open(name)
	if err != nil {
		return Draft{}, err
	}
	d, _, err := inspect(f, size)
	if err == nil {
		err = d.sign(key)
	}
	if err == nil {
		// Windows does not replace an open file: it is closed when all of it is read.
		err = d.write(name, func() { _ = f.Close() })
	}
	_ = f.Close()
	if err != nil {
		return Draft{}, err
	}
	return Inspect(name)
}

// inspect reads an update file of exactly the form that Make gives it.
func inspect(r io.ReaderAt, size int64) (d *draft, said Draft, err error) {
	defer func() { // go-tuf expects that metadata makes sense
		if r := recover(); r != nil {
			err = refuse(Torn, fmt.Errorf("metadata that makes no sense: %v", r))
		}
	}()
	b, err := readBundle(r, size)
	if err != nil {
		return nil, said, err
	}
	d = &draft{}
	if err := d.roots(b); err != nil {
		return nil, said, err
	}
	data, err := b.metadata(timestampName)
	if err != nil {
		return nil, said, err
	}
	if d.timestamp, err = metadata.Timestamp().FromBytes(data); err != nil {
		return nil, said, refuse(Torn, err)
	}
	n := d.timestamp.Signed.Version
	for _, m := range []struct {
		role string
		read func([]byte) error
	}{
		{metadata.SNAPSHOT, func(data []byte) (err error) { d.snapshot, err = metadata.Snapshot().FromBytes(data); return err }},
		{metadata.TARGETS, func(data []byte) (err error) { d.targets, err = metadata.Targets().FromBytes(data); return err }},
		{RoleApp, func(data []byte) (err error) { d.app, err = metadata.Targets().FromBytes(data); return err }},
	} {
		data, err := b.metadata(metadataName(n, m.role))
		if err != nil {
			return nil, said, err
		}
		if err := m.read(data); err != nil {
			return nil, said, refuse(Torn, fmt.Errorf("%s: %w", m.role, err))
		}
	}
	said = Draft{Number: n, Root: d.root.Signed.Version, Needs: d.root.Signed.Roles[metadata.TARGETS].Threshold}
	u := &Update{b: b}
	for _, target := range slices.Sorted(maps.Keys(d.app.Signed.Targets)) {
		f, what, err := describe(target, d.app.Signed.Targets[target])
		if err == nil && what.Program != Program {
			err = fmt.Errorf("%s is of %q", target, what.Program)
		}
		if err != nil {
			return nil, said, refuse(Torn, err)
		}
		if err := u.write(io.Discard, f); err != nil {
			return nil, said, err
		}
		said.Version, said.Made = what.Version, what.Made
		said.Files = append(said.Files, f)
		d.rest = append(d.rest, part{f.part, func() (io.ReadCloser, error) {
			e := b.entries[f.part]
			return io.NopCloser(io.NewSectionReader(b.r, e.at, e.size)), nil
		}})
	}
	if err := d.asMade(b, said); err != nil {
		return nil, said, err
	}
	said.Has = d.signatures()
	return d, said, nil
}

// roots reads the chain in a bundle.
func (d *draft) roots(b *bundle) error {
	var chain [][]byte
	for {
		name := rootName(int64(len(chain) + 1))
		data, err := b.metadata(name)
		if err != nil {
			return err
		}
		if data == nil {
			break
		}
		chain = append(chain, data)
		d.rest = append(d.rest, bytesPart(name, data))
	}
	root, err := Chain(chain)
	if err != nil {
		return err
	}
	d.root = root
	return nil
}

// asMade refuses metadata that says anything but what Make would: a holder signs
// only what can be read on the screen.
func (d *draft) asMade(b *bundle, said Draft) error {
	for name := range b.entries {
		if !b.used[name] {
			return refuse(Torn, fmt.Errorf("%s belongs to nothing", name))
		}
	}
	want := &draft{root: d.root, app: metadata.Targets(never)}
	for _, f := range said.Files {
		meta, err := targetMeta(f.Size, f.meta.Hashes["sha256"], about{Program: Program, Version: said.Version, Made: said.Made})
		if err != nil {
			return err
		}
		want.app.Signed.Targets[RoleApp+"/"+f.Platform+"/"+f.Name] = meta
	}
	want.describe(said.Number)
	for _, pair := range [][2]any{
		{want.timestamp.Signed, d.timestamp.Signed}, {want.snapshot.Signed, d.snapshot.Signed},
		{want.targets.Signed, d.targets.Signed}, {want.app.Signed, d.app.Signed},
	} {
		a, aerr := json.Marshal(pair[0])
		b, berr := json.Marshal(pair[1])
		if err := errors.Join(aerr, berr); err != nil {
			return refuse(Torn, err)
		}
		if string(a) != string(b) {
			return refuse(Torn, errors.New("the metadata says more than is made: "+strconv.Quote(string(b))))
		}
	}
	return nil
}

// signatures is how many holders have signed all of it.
func (d *draft) signatures() int {
	keys, roles := d.root.Signed.Keys, d.root.Signed.Roles
	app := d.targets.Signed.Delegations
	return min(
		signers(keys, roles[metadata.TIMESTAMP].KeyIDs, d.timestamp.Signed, d.timestamp.Signatures),
		signers(keys, roles[metadata.SNAPSHOT].KeyIDs, d.snapshot.Signed, d.snapshot.Signatures),
		signers(keys, roles[metadata.TARGETS].KeyIDs, d.targets.Signed, d.targets.Signatures),
		signers(app.Keys, app.Roles[0].KeyIDs, d.app.Signed, d.app.Signatures),
	)
}
