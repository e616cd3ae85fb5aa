package trust

import (
	"errors"
	"fmt"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// The most roles that are asked for one file, as TUF advises.
const maxRoles = 32

var errNoTarget = errors.New("no role may sign it, or none has")

// find looks for the role that signs a file: delegations are walked in the order
// in which they stand, each to its end before the next, and no role twice. It
// gives the role that has it.
func (v *view) find(path string) (*metadata.TargetFiles, string, error) {
	type step struct{ role, delegator string }
	todo := []step{{metadata.TARGETS, metadata.ROOT}}
	seen := map[string]bool{}
	v.asked = nil
	for len(todo) > 0 && len(seen) < maxRoles {
		now := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[now.role] {
			continue
		}
		if err := v.role(now.role, now.delegator); err != nil {
			return nil, "", err
		}
		seen[now.role] = true
		v.asked = append(v.asked, now.role)
		signed := v.set.Targets[now.role].Signed
		if file, ok := signed.Targets[path]; ok && file != nil {
			return file, now.role, nil
		}
		if signed.Delegations == nil {
			continue
		}
		roles := signed.Delegations.GetRolesForTarget(path)
		for i, r := range roles {
			if r.Terminating { // nobody after it is asked, nor are those of its elders
				roles, todo = roles[:i+1], nil
				break
			}
		}
		for i := len(roles) - 1; i >= 0; i-- {
			todo = append(todo, step{roles[i].Name, now.role})
		}
	}
	return nil, "", refuse(OtherProgram, fmt.Errorf("%q: %w: asked %q", path, errNoTarget, v.asked))
}
