package trust

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/cjson"
	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// repository makes metadata as any TUF repository could, and as none should: the
// cases of the public suite need wrong versions, thresholds and signatures. What it
// publishes becomes one file for a stick.
type repository struct {
	t         *testing.T
	root      *metadata.Metadata[metadata.RootType]
	timestamp *metadata.Metadata[metadata.TimestampType]
	snapshot  *metadata.Metadata[metadata.SnapshotType]
	roles     map[string]*metadata.Metadata[metadata.TargetsType] // with the top one
	signers   map[string][]int                                    // role -> holders that sign it
	hashes    bool                                                // in the snapshot and the timestamp
	roots     [][]byte
	signed    map[string][]byte // other metadata as published, by part name
	files     map[string][]byte // target -> content as served
	sums      map[string][]byte // target -> digest in its name
	fresh     int
}

func newRepository(t *testing.T) *repository {
	r := &repository{
		t: t, root: metadata.Root(never), timestamp: metadata.Timestamp(never), snapshot: metadata.Snapshot(never),
		roles:   map[string]*metadata.Metadata[metadata.TargetsType]{"targets": metadata.Targets(never)},
		signers: map[string][]int{}, signed: map[string][]byte{}, files: map[string][]byte{}, sums: map[string][]byte{}, fresh: 100,
	}
	for _, role := range topRoles {
		r.addKey(role, r.newKey())
	}
	r.publishRoot()
	r.publish("targets", "snapshot", "timestamp")
	return r
}

func (r *repository) newKey() int { r.fresh++; return r.fresh }

func keyOf(t *testing.T, n int) (*metadata.Key, string) {
	t.Helper()
	key, err := metadata.KeyFromPublicKey(holder(n).Public())
	must(t, err)
	id, err := key.ID()
	must(t, err)
	return key, id
}

// addKey names a key for a top role, and has it sign.
func (r *repository) addKey(role string, n int) {
	key, _ := keyOf(r.t, n)
	must(r.t, r.root.Signed.AddKey(key, role))
	r.signers[role] = append(r.signers[role], n)
}

// setKeys replaces the keys of a top role, those that sign, and the threshold.
func (r *repository) setKeys(role string, keys, sigs []int, threshold int) {
	r.root.Signed.Roles[role].KeyIDs = nil
	for _, n := range keys {
		key, _ := keyOf(r.t, n)
		must(r.t, r.root.Signed.AddKey(key, role))
	}
	r.root.Signed.Roles[role].Threshold = threshold
	r.signers[role] = sigs
}

// rotate replaces the key of a top role.
func (r *repository) rotate(role string) {
	n := r.newKey()
	r.setKeys(role, []int{n}, []int{n}, 1)
}

func signAll[T metadata.Roles](t *testing.T, md *metadata.Metadata[T], by []int) []byte {
	t.Helper()
	md.ClearSignatures()
	for _, n := range by {
		payload, err := cjson.EncodeCanonical(md.Signed)
		must(t, err)
		_, id := keyOf(t, n)
		md.Signatures = append(md.Signatures, metadata.Signature{KeyID: id, Signature: ed25519.Sign(holder(n), payload)})
	}
	data, err := md.ToBytes(false)
	must(t, err)
	return data
}

func (r *repository) publishRoot() {
	r.roots = append(r.roots, signAll(r.t, r.root, r.signers["root"]))
}

// bumpRoot publishes the next root.
func (r *repository) bumpRoot() {
	r.root.Signed.Version++
	r.publishRoot()
}

func (r *repository) meta(version int64, data []byte) *metadata.MetaFiles {
	m := metadata.MetaFile(version)
	m.Length, m.Hashes = 0, nil
	if r.hashes {
		sum := sha256.Sum256(data)
		m.Length, m.Hashes = int64(len(data)), metadata.Hashes{"sha256": sum[:]}
	}
	return m
}

// publish signs roles as they are now; only the newest of each goes on the stick.
func (r *repository) publish(roles ...string) {
	for _, role := range roles {
		switch role {
		case "snapshot":
			for name, md := range r.roles {
				data := signAll(r.t, md, r.signers[name])
				r.snapshot.Signed.Meta[name+".json"] = r.meta(md.Signed.Version, data)
			}
			r.put(metadataName(r.snapshot.Signed.Version, role), "snapshot", signAll(r.t, r.snapshot, r.signers[role]))
		case "timestamp":
			data := signAll(r.t, r.snapshot, r.signers["snapshot"])
			r.timestamp.Signed.Meta["snapshot.json"] = r.meta(r.snapshot.Signed.Version, data)
			r.put(timestampName, "timestamp", signAll(r.t, r.timestamp, r.signers[role]))
		default:
			md := r.roles[role]
			r.put(metadataName(md.Signed.Version, role), role, signAll(r.t, md, r.signers[role]))
		}
	}
}

func (r *repository) put(name, role string, data []byte) {
	for old := range r.signed {
		if suffix := metadataName(0, role)[len("metadata/0"):]; bytes.HasSuffix([]byte(old), []byte(suffix)) {
			delete(r.signed, old)
		}
	}
	r.signed[name] = data
}

// update publishes the next version of everything below the root.
func (r *repository) update() {
	for _, md := range r.roles {
		md.Signed.Version++
	}
	r.updateSnapshot()
}

// updateSnapshot publishes the roles as they are, and the next snapshot and timestamp.
func (r *repository) updateSnapshot() {
	r.publish(slices.Collect(maps.Keys(r.roles))...)
	r.snapshot.Signed.Version++
	r.publish("snapshot")
	r.updateTimestamp()
}

func (r *repository) updateTimestamp() {
	r.timestamp.Signed.Version++
	r.publish("timestamp")
}

// delegate names a role below another.
func (r *repository) delegate(from string, role metadata.DelegatedRole, expires time.Time) {
	n := r.newKey()
	key, id := keyOf(r.t, n)
	by := r.roles[from]
	if by.Signed.Delegations == nil {
		by.Signed.Delegations = &metadata.Delegations{Keys: map[string]*metadata.Key{}}
	}
	if r.roles[role.Name] == nil {
		r.roles[role.Name] = metadata.Targets(expires)
		r.signers[role.Name] = nil
	}
	r.signers[role.Name] = append(r.signers[role.Name], n)
	by.Signed.Delegations.Keys[id] = key
	role.KeyIDs, role.Threshold = []string{id}, 1
	by.Signed.Delegations.Roles = append(by.Signed.Delegations.Roles, role)
}

// add has a role sign a file.
func (r *repository) add(role, target string, content []byte) {
	sum := sha256.Sum256(content)
	meta := metadata.TargetFile()
	meta.Length, meta.Hashes = int64(len(content)), metadata.Hashes{"sha256": sum[:]}
	r.roles[role].Signed.Targets[target] = meta
	r.files[target], r.sums[target] = content, sum[:]
}

// stick writes everything as one file.
func (r *repository) stick() *bundle {
	r.t.Helper()
	var parts []part
	for i, root := range r.roots {
		parts = append(parts, bytesPart(rootName(int64(i+1)), root))
	}
	for name, data := range r.signed {
		parts = append(parts, bytesPart(name, data))
	}
	for target, content := range r.files {
		parts = append(parts, bytesPart(targetName(target, r.sums[target]), content))
	}
	var out bytes.Buffer
	must(r.t, writeBundle(&out, parts))
	b, err := readBundle(bytes.NewReader(out.Bytes()), int64(out.Len()))
	must(r.t, err)
	return b
}

// client is a machine that was given the first root.
type client struct {
	t    *testing.T
	repo *repository
	m    Trust
	v    *view // of the last file that was accepted
}

func newClient(t *testing.T) (*client, *repository) {
	r := newRepository(t)
	return &client{t: t, repo: r, m: Trust{Root: r.roots[0], Memory: t.TempDir(), leastHolders: 1}}, r
}

// refresh looks at what is published, and remembers it when all of it is right.
func (c *client) refresh() Kind {
	c.t.Helper()
	v, err := c.m.look(c.repo.stick())
	if err != nil {
		if KindOf(err) == "" {
			c.t.Errorf("no refusal: %v", err)
		}
		return KindOf(err)
	}
	c.v = v
	must(c.t, v.next.keep(c.m.Memory))
	return ""
}

// seen pretends that a file made on a day was accepted.
func (c *client) seen(day time.Time) {
	c.t.Helper()
	m, err := recall(c.m.Memory)
	must(c.t, err)
	m.Seen = day
	must(c.t, m.keep(c.m.Memory))
}

// get takes a file as an installation would.
func (c *client) get(target string) ([]byte, Kind) {
	c.t.Helper()
	if kind := c.refresh(); kind != "" {
		return nil, kind
	}
	meta, _, err := c.v.find(target)
	if err != nil {
		return nil, KindOf(err)
	}
	var out bytes.Buffer
	u := &Update{b: c.v.b}
	if err := u.write(&out, File{part: targetName(target, meta.Hashes["sha256"]), meta: meta}); err != nil {
		return nil, KindOf(err)
	}
	return out.Bytes(), ""
}

// wants compares what is trusted now: root, timestamp, snapshot, targets.
func (c *client) wants(root, timestamp, snapshot, targets int64) {
	c.t.Helper()
	m, err := recall(c.m.Memory)
	must(c.t, err)
	set := c.v.set
	got := [4]int64{m.Root, set.Timestamp.Signed.Version, set.Snapshot.Signed.Version, set.Targets["targets"].Signed.Version}
	if want := [4]int64{root, timestamp, snapshot, targets}; got != want {
		c.t.Errorf("trusted versions %v, want %v", got, want)
	}
}

// is compares a refusal.
func (c *client) is(got, want Kind) {
	c.t.Helper()
	if got != want {
		c.t.Errorf("%q, want %q", got, want)
	}
}
