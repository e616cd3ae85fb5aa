package trust

import (
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"strconv"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/cjson"
	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/trustedmetadata"
)

// rootField stands in the timestamp and says under which root it was made. Once
// the holders have made a new root, what was made under an old one is old,
// whatever its number and although two of the keys may be the same.
const rootField = "x-tungbuoc-root"

// The number of people that must sign a root.
const holders = 2

// view is the metadata of one file, checked from the built-in root down.
type view struct {
	b    *bundle
	set  *trustedmetadata.TrustedMetadata
	next memory // what is to be remembered if the file is accepted

	asked []string // the roles that find looked into, in order
}

// look checks the metadata of a bundle in TUF's order: roots, timestamp,
// snapshot, targets. Nothing is remembered.
func (t Trust) look(b *bundle) (v *view, err error) {
	// go-tuf expects that what is signed also makes sense.
	defer func() {
		if r := recover(); r != nil {
			v, err = nil, refuse(Torn, fmt.Errorf("metadata that makes no sense: %v", r))
		}
	}()
	if len(t.Root) == 0 {
		return nil, refuse(NoRoot, errors.New("the program was built without a root"))
	}
	known, err := recall(t.Memory)
	if err != nil {
		return nil, err
	}
	v = &view{b: b}
	if err := v.roots(t, known); err != nil {
		return nil, err
	}
	v.set.RefTime = known.Seen // never a clock
	v.next.Root = v.set.Root.Signed.Version
	v.next.Seen = known.Seen
	if err := v.timestamp(known); err != nil {
		return nil, err
	}
	if err := v.snapshot(); err != nil {
		return nil, err
	}
	return v, v.role(metadata.TARGETS, metadata.ROOT)
}

// roots walks from the built-in root to the newest: each is signed by the
// holders of the one before and by its own.
func (v *view) roots(t Trust, known memory) error {
	set, err := t.first()
	if err != nil {
		return err
	}
	if err := t.strong(set.Root); err != nil {
		return err
	}
	v.set = set
	for _, data := range known.Roots {
		if _, err := set.UpdateRoot(data); err != nil {
			break // the program was built with another root since
		}
		v.next.Roots = append(v.next.Roots, data)
	}
	for {
		data, err := v.b.metadata(rootName(set.Root.Signed.Version + 1))
		if err != nil {
			return err
		}
		if data == nil {
			break
		}
		before := set.Root
		if _, err := set.UpdateRoot(data); err != nil {
			next, perr := metadata.Root().FromBytes(data)
			if perr != nil {
				return refuse(Torn, perr)
			}
			have := signers(before.Signed.Keys, before.Signed.Roles[metadata.ROOT].KeyIDs, next.Signed, next.Signatures)
			return refused(err, have)
		}
		if err := t.strong(set.Root); err != nil {
			return err
		}
		v.next.Roots = append(v.next.Roots, data)
	}
	final := set.Root.Signed.Version
	for name := range v.b.entries {
		m := rootRule.FindStringSubmatch(name)
		if m == nil {
			continue
		}
		n, err := strconv.ParseInt(m[1], 10, 64)
		if err != nil || n > final {
			return refuse(NewerTrust, fmt.Errorf("%s cannot be reached from root %d", name, final))
		}
		// Those that this machine has passed say nothing any more, and are only read.
		if _, err := v.b.metadata(name); err != nil {
			return err
		}
	}
	return nil
}

// strong refuses a root that one person could replace alone.
func (t Trust) strong(root *metadata.Metadata[metadata.RootType]) error {
	role := root.Signed.Roles[metadata.ROOT]
	if role.Threshold < t.holders() {
		return refuse(WeakRoot, fmt.Errorf("root %d asks for %d signatures", root.Signed.Version, role.Threshold))
	}
	return nil
}

func (t Trust) holders() int {
	if t.leastHolders > 0 {
		return t.leastHolders
	}
	return holders
}

var (
	rootRule   = regexp.MustCompile(`^metadata/([1-9][0-9]*)\.root\.json$`)
	nameOfFile = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$`)
)

func rootName(version int64) string { return fmt.Sprintf("metadata/%d.root.json", version) }

// metadataName is the name of a role's metadata; nothing in a role's name can
// lead out of the folder.
func metadataName(version int64, role string) string {
	return fmt.Sprintf("metadata/%d.%s.json", version, url.QueryEscape(role))
}

const timestampName = "metadata/timestamp.json"

// timestamp checks what is newest, against what was newest before.
func (v *view) timestamp(known memory) error {
	data, err := v.b.metadata(timestampName)
	if err != nil {
		return err
	}
	if data == nil {
		return refuse(Torn, errors.New("no timestamp"))
	}
	made, err := madeUnder(data)
	if err != nil {
		return refuse(Torn, err)
	}
	root := v.set.Root.Signed
	switch {
	case made != 0 && made < root.Version:
		return refuse(Older, fmt.Errorf("made under root %d, the root is %d", made, root.Version))
	case made > root.Version:
		return refuse(NewerTrust, fmt.Errorf("made under root %d, the root is %d", made, root.Version))
	case made != 0 && known.Root < made:
		// The holders have begun anew: what was remembered binds no more, nor do
		// the numbers in it. The signature below covers this very field.
		v.next.Seen, v.set.RefTime = time.Time{}, time.Time{}
		known = memory{}
	}
	kept := known.Timestamp
	if kept != nil {
		// One that the keys of the newest root have not signed is forgotten; one that
		// has expired still says which number was reached.
		_, _ = v.set.UpdateTimestamp(kept)
	}
	before := v.set.Timestamp
	_, err = v.set.UpdateTimestamp(data)
	switch {
	case errors.As(err, new(*metadata.ErrEqualVersionNumber)) && before != nil:
		v.next.Timestamp = kept // the same again
	case err != nil:
		md, perr := metadata.Timestamp().FromBytes(data)
		if perr != nil {
			return refuse(Torn, perr)
		}
		return refused(err, v.signed(metadata.TIMESTAMP, md.Signed, md.Signatures))
	default:
		v.next.Timestamp = data
	}
	if known.Snapshot != nil {
		if _, err := v.set.UpdateSnapshot(known.Snapshot, true); err == nil {
			v.next.Snapshot = known.Snapshot
		}
	}
	return nil
}

// madeUnder is the root that a timestamp says it was made under, 0 if it says none.
func madeUnder(timestamp []byte) (int64, error) {
	md, err := metadata.Timestamp().FromBytes(timestamp)
	if err != nil {
		return 0, err
	}
	n, _ := md.Signed.UnrecognizedFields[rootField].(float64)
	return int64(n), nil
}

// snapshot checks which metadata belong together.
func (v *view) snapshot() error {
	meta := v.set.Timestamp.Signed.Meta["snapshot.json"]
	if meta == nil {
		return refuse(Torn, errors.New("the timestamp names no snapshot"))
	}
	name := metadataName(meta.Version, metadata.SNAPSHOT)
	data, err := v.b.metadata(name)
	if err != nil {
		return err
	}
	if v.next.Snapshot != nil {
		return nil // remembered, and still the one that the timestamp names
	}
	if data == nil {
		return refuse(Torn, fmt.Errorf("%s is missing", name))
	}
	if _, err := v.set.UpdateSnapshot(data, false); err != nil {
		md, perr := metadata.Snapshot().FromBytes(data)
		if perr != nil {
			return refuse(Torn, perr)
		}
		return refused(err, v.signed(metadata.SNAPSHOT, md.Signed, md.Signatures))
	}
	v.next.Snapshot = data
	return nil
}

// role checks the metadata of a targets role that another has named.
func (v *view) role(role, delegator string) error {
	if v.set.Targets[role] != nil {
		return nil
	}
	meta := v.set.Snapshot.Signed.Meta[role+".json"]
	if meta == nil {
		return refuse(Torn, fmt.Errorf("the snapshot names no %q", role))
	}
	name := metadataName(meta.Version, role)
	data, err := v.b.metadata(name)
	if err != nil {
		return err
	}
	if data == nil {
		return refuse(Torn, fmt.Errorf("%s is missing", name))
	}
	if _, err := v.set.UpdateDelegatedTargets(data, role, delegator); err != nil {
		md, perr := metadata.Targets().FromBytes(data)
		if perr != nil {
			return refuse(Torn, perr)
		}
		have := 0
		if delegator == metadata.ROOT {
			have = v.signed(role, md.Signed, md.Signatures)
		} else if d := v.set.Targets[delegator].Signed.Delegations; d != nil {
			for _, r := range d.Roles {
				if r.Name == role {
					have = signers(d.Keys, r.KeyIDs, md.Signed, md.Signatures)
				}
			}
		}
		return refused(err, have)
	}
	return nil
}

// signed counts the keys of a top role that have signed.
func (v *view) signed(role string, signed any, signatures []metadata.Signature) int {
	r := v.set.Root.Signed.Roles[role]
	if r == nil {
		return 0
	}
	return signers(v.set.Root.Signed.Keys, r.KeyIDs, signed, signatures)
}

// signers counts which of some Ed25519 keys have signed. It tells a file that
// waits for the next holder from one that no holder has seen; it lets nothing in.
func signers(keys map[string]*metadata.Key, ids []string, signed any, signatures []metadata.Signature) int {
	payload, err := cjson.EncodeCanonical(signed)
	if err != nil {
		return 0
	}
	have := map[string]bool{}
	for _, id := range ids {
		key := keys[id]
		if key == nil || key.Type != metadata.KeyTypeEd25519 {
			continue
		}
		public, err := hex.DecodeString(key.Value.PublicKey)
		if err != nil || len(public) != ed25519.PublicKeySize {
			continue
		}
		for _, s := range signatures {
			if s.KeyID == id && ed25519.Verify(public, payload, s.Signature) {
				have[key.Value.PublicKey] = true
			}
		}
	}
	return len(have)
}

// refused gives what go-tuf found a kind. have is how many holders have signed.
func refused(err error, have int) error {
	switch {
	case errors.As(err, new(*metadata.ErrUnsignedMetadata)) && have > 0:
		return refuse(Incomplete, err)
	case errors.As(err, new(*metadata.ErrUnsignedMetadata)), errors.As(err, new(*metadata.ErrValue)):
		return refuse(Unsigned, err)
	case errors.As(err, new(*metadata.ErrExpiredMetadata)):
		return refuse(Expired, err)
	case errors.As(err, new(*metadata.ErrBadVersionNumber)):
		return refuse(Older, err)
	}
	return refuse(Torn, err)
}
