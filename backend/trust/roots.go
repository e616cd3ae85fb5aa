package trust

import (
	"cmp"
	"crypto/ed25519"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/secure-systems-lab/go-securesystemslib/cjson"
	"github.com/theupdateframework/go-tuf/v2/metadata"

	"tungbuoc/backend/guide"
)

// never is when what holders sign expires. A year without a stick, or a clock that
// is wrong at the province, must not lock a kiosk out; what is old is told by its
// number, and what is wrong is ended by a new root.
var never = time.Date(9999, 12, 31, 0, 0, 0, 0, time.UTC)

// The roles that a root names keys for: the same holders sign all of them.
var topRoles = []string{metadata.ROOT, metadata.TIMESTAMP, metadata.SNAPSHOT, metadata.TARGETS}

// FirstRoot makes the first root, which nobody has signed yet.
// Error: CodeUsage for people that cannot hold it.
func FirstRoot(keys []ed25519.PublicKey, threshold int) ([]byte, error) {
	return newRoot(1, keys, threshold)
}

// NextRoot makes the root that follows one: with other keys, or with the same
// ones, so that numbers may begin anew. Error: CodeInvalid, CodeUsage.
func NextRoot(before []byte, keys []ed25519.PublicKey, threshold int) ([]byte, error) {
	old, err := readRoot(before)
	if err != nil {
		return nil, err
	}
	if len(keys) > 0 {
		return newRoot(old.Signed.Version+1, keys, threshold)
	}
	old.Signed.Version++
	old.Signed.Expires = never
	old.ClearSignatures()
	return old.ToBytes(true)
}

func newRoot(version int64, keys []ed25519.PublicKey, threshold int) ([]byte, error) {
	if threshold < holders || len(keys) < threshold+1 {
		return nil, guide.Errorf(guide.CodeUsage, "Khóa gốc cần ít nhất %d người ký và một người dự phòng. Mời ghi đủ khóa của %d người.", max(threshold, holders), max(threshold, holders)+1)
	}
	root := metadata.Root(never)
	root.Signed.Version = version
	for _, public := range keys {
		key, err := metadata.KeyFromPublicKey(public)
		if err != nil {
			return nil, err
		}
		for _, role := range topRoles {
			if err := root.Signed.AddKey(key, role); err != nil {
				return nil, err
			}
		}
	}
	for _, role := range topRoles {
		if len(root.Signed.Roles[role].KeyIDs) != len(keys) {
			return nil, guide.Errorf(guide.CodeUsage, "Có một khóa được ghi hai lần. Mời ghi khóa của %d người khác nhau.", len(keys))
		}
		root.Signed.Roles[role].Threshold = threshold
	}
	return root.ToBytes(true)
}

func readRoot(data []byte) (*metadata.Metadata[metadata.RootType], error) {
	root, err := metadata.Root().FromBytes(data)
	if err == nil {
		for _, role := range topRoles {
			if root.Signed.Roles[role] == nil {
				err = fmt.Errorf("no role %s", role)
			}
		}
	}
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeInvalid, "Tệp này không phải khóa gốc. Mời chọn tệp có tên như 1.root.json.")
	}
	return root, nil
}

// RootState is who has signed a root.
type RootState struct {
	Version int64    `json:"version"`
	Keys    []string `json:"keys"` // of the holders
	Needs   int      `json:"needs"`
	Has     int      `json:"has"` // of its own holders
	// Of the holders of the root before it; 0 of 0 for the first.
	OldNeeds int  `json:"old_needs"`
	OldHas   int  `json:"old_has"`
	Done     bool `json:"done"`
}

// StateOfRoot counts the signatures of a root. before is the one that it follows,
// nil for the first. Error: CodeInvalid.
func StateOfRoot(data, before []byte) (s RootState, err error) {
	root, err := readRoot(data)
	if err != nil {
		return s, err
	}
	s = stateOf(root)
	if before != nil {
		old, err := readRoot(before)
		if err != nil {
			return s, err
		}
		role := old.Signed.Roles[metadata.ROOT]
		s.OldNeeds = role.Threshold
		s.OldHas = signers(old.Signed.Keys, role.KeyIDs, root.Signed, root.Signatures)
		if old.Signed.Version+1 != s.Version {
			return s, guide.Errorf(guide.CodeInvalid, "Khóa gốc đời %d không nối tiếp đời %d. Mời xem lại thư mục khóa gốc.", s.Version, old.Signed.Version)
		}
	} else if s.Version > 1 {
		return s, guide.Errorf(guide.CodeInvalid, "Chưa thấy khóa gốc đời %d cạnh tệp này. Mời để đủ các đời vào một thư mục.", s.Version-1)
	}
	s.Done = s.Has >= s.Needs && s.OldHas >= s.OldNeeds
	return s, nil
}

// SignRoot adds a holder's signature to a root. The holders of the root before it
// sign, too: before is nil for the first. Errors: CodeInvalid; CodeDenied for a
// key that has no part in it.
func SignRoot(data, before []byte, key ed25519.PrivateKey) ([]byte, error) {
	root, err := readRoot(data)
	if err != nil {
		return nil, err
	}
	ids := root.Signed.Roles[metadata.ROOT].KeyIDs
	if before != nil {
		old, err := readRoot(before)
		if err != nil {
			return nil, err
		}
		ids = append(slices.Clone(ids), old.Signed.Roles[metadata.ROOT].KeyIDs...)
	}
	if err := sign(root, ids, key); err != nil {
		return nil, err
	}
	return root.ToBytes(true)
}

// sign adds a signature to what has none of this key. They stand in the order of
// their keys, so that it does not matter who signs first.
func sign[T metadata.Roles](md *metadata.Metadata[T], ids []string, key ed25519.PrivateKey) error {
	id, err := KeyID(key.Public().(ed25519.PublicKey))
	if err != nil {
		return err
	}
	if !slices.Contains(ids, id) {
		return guide.Errorf(guide.CodeDenied, "Khóa này không có trong danh sách người giữ khóa. Mời chọn đúng tệp khóa.")
	}
	if slices.ContainsFunc(md.Signatures, func(s metadata.Signature) bool { return s.KeyID == id }) {
		return guide.Wrap(errSigned, guide.CodeInvalid, "Khóa này đã ký tệp rồi. Mời người giữ khóa khác ký tiếp.")
	}
	payload, err := cjson.EncodeCanonical(md.Signed)
	if err != nil {
		return err
	}
	md.Signatures = append(md.Signatures, metadata.Signature{KeyID: id, Signature: ed25519.Sign(key, payload)})
	slices.SortFunc(md.Signatures, func(a, b metadata.Signature) int { return cmp.Compare(a.KeyID, b.KeyID) })
	return nil
}

var errSigned = errors.New("signed already")

// KeyID is how a key is called in all metadata, and by people who compare it.
func KeyID(public ed25519.PublicKey) (string, error) {
	key, err := metadata.KeyFromPublicKey(public)
	if err != nil {
		return "", err
	}
	return key.ID()
}
