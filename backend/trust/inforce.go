package trust

import (
	"slices"

	"github.com/theupdateframework/go-tuf/v2/metadata"
	"github.com/theupdateframework/go-tuf/v2/metadata/trustedmetadata"
)

// InForce says which root this machine goes by now: the built-in one, or the newest of
// those it has accepted since. Errors: a [Refusal] with [NoRoot], [BrokenRoot],
// [WeakRoot] or [BadMemory].
func (t Trust) InForce() (RootState, error) {
	set, err := t.first()
	if err != nil {
		return RootState{}, err
	}
	known, err := recall(t.Memory)
	if err != nil {
		return RootState{}, err
	}
	for _, data := range known.Roots {
		if _, err := set.UpdateRoot(data); err != nil {
			break // the program was built with another root since
		}
	}
	if err := t.strong(set.Root); err != nil {
		return RootState{}, err
	}
	return stateOf(set.Root), nil
}

// first takes the root that all others rest on.
func (t Trust) first() (*trustedmetadata.TrustedMetadata, error) {
	set, err := trustedmetadata.New(t.Root)
	switch {
	case err == nil:
		return set, nil
	case len(t.Root) == 0:
		return nil, refuse(NoRoot, err)
	}
	return nil, refuse(BrokenRoot, err)
}

// stateOf counts the signatures of a root by its own holders.
func stateOf(root *metadata.Metadata[metadata.RootType]) (s RootState) {
	role := root.Signed.Roles[metadata.ROOT]
	s.Version, s.Keys, s.Needs = root.Signed.Version, slices.Sorted(slices.Values(role.KeyIDs)), role.Threshold
	s.Has = signers(root.Signed.Keys, role.KeyIDs, root.Signed, root.Signatures)
	s.Done = s.Has >= s.Needs
	return s
}
