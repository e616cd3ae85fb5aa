package trust

import (
	"bytes"
	"slices"
	"testing"

	"github.com/theupdateframework/go-tuf/v2/metadata"
)

// d is one delegation: who names whom, for which paths.
type d struct {
	from, to string
	last     bool // terminating
	path     string
}

func (r *repository) graph(ds []d) {
	for _, d := range ds {
		path := d.path
		if path == "" {
			path = "*"
		}
		r.delegate(d.from, metadata.DelegatedRole{Name: d.to, Terminating: d.last, Paths: []string{path}}, never)
	}
	r.update()
}

func graphTraversal(t *testing.T) {
	for name, tt := range map[string]struct {
		graph []d
		asked []string
	}{
		"basic": {[]d{{from: "targets", to: "A"}}, []string{"A"}},
		"single level": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}},
			[]string{"A", "B"},
		},
		"two levels": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "B", to: "C"}},
			[]string{"A", "B", "C"},
		},
		"two levels, depth first": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "A", to: "C"}, {from: "A", to: "D"}},
			[]string{"A", "C", "D", "B"},
		},
		"three levels, depth first": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "A", to: "C"}, {from: "C", to: "D"}},
			[]string{"A", "C", "D", "B"},
		},
		"two levels, terminating": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "A", to: "C", last: true}, {from: "A", to: "D"}},
			[]string{"A", "C"},
		},
		"three levels, terminating": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "A", to: "C", last: true}, {from: "C", to: "D"}},
			[]string{"A", "C", "D"},
		},
		"two levels, other paths": {
			[]d{{from: "targets", to: "A", path: "*.py"}, {from: "targets", to: "B"}, {from: "A", to: "C"}},
			[]string{"B"},
		},
		"three levels, other paths": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "A", to: "C", path: "*.py"}, {from: "C", to: "D"}},
			[]string{"A", "B"},
		},
		"cycle": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "B", to: "C"}, {from: "C", to: "D"}, {from: "D", to: "B"}},
			[]string{"A", "B", "C", "D"},
		},
		"two to a third": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "B", to: "C"}, {from: "A", to: "C"}},
			[]string{"A", "C", "B"},
		},
		"two to a third, other paths": {
			[]d{{from: "targets", to: "A"}, {from: "targets", to: "B"}, {from: "B", to: "C"}, {from: "A", to: "C", path: "*.py"}},
			[]string{"A", "B", "C"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, r := newClient(t)
			r.graph(tt.graph)
			_, kind := c.get("missingpath")
			c.is(kind, OtherProgram)
			if want := append([]string{"targets"}, tt.asked...); !slices.Equal(c.v.asked, want) {
				t.Errorf("asked %v, want %v", c.v.asked, want)
			}
		})
	}
}

func targetfileSearch(t *testing.T) {
	for _, tt := range []struct {
		path  string
		found bool
		asked []string
	}{
		{"targetfile", true, []string{"targets"}},
		{"README.md", true, []string{"targets", "A"}},
		{"releases/x/x_v1", true, []string{"targets", "B", "C"}},
		{"releases/y/y_v1.zip", true, []string{"targets", "B", "D"}},
		{"releases/z/z_v1.zip", false, []string{"targets", "B"}},
	} {
		t.Run(tt.path, func(t *testing.T) {
			c, r := newClient(t)
			r.delegate("targets", metadata.DelegatedRole{Name: "A", Paths: []string{"*.doc", "*.md"}}, never)
			r.graph([]d{
				{from: "targets", to: "B", path: "releases/*/*"}, {from: "B", to: "C", path: "releases/x/*"}, {from: "B", to: "D", path: "releases/y/*.zip"},
			})
			for _, f := range [][2]string{
				{"targets", "targetfile"}, {"A", "README.md"}, {"C", "releases/x/x_v1"}, {"D", "releases/y/y_v1.zip"}, {"D", "releases/z/z_v1.zip"},
			} {
				r.add(f[0], f[1], []byte("of "+f[1]))
			}
			r.update()
			got, kind := c.get(tt.path)
			if found := kind == "" && string(got) == "of "+tt.path; found != tt.found || !slices.Equal(c.v.asked, tt.asked) {
				t.Errorf("%q %s, asked %v, want %v %v", got, kind, c.v.asked, tt.found, tt.asked)
			}
		})
	}
}

// version is one version of a role's keys: who may sign, how many must, who did.
type version struct {
	keys      []int
	threshold int
	sigs      []int
	refused   bool
}

func rootRotation(t *testing.T) {
	five := []int{0, 1, 2, 3, 4}
	for name, versions := range map[string][]version{
		"1 of 1 rotated": {
			{[]int{1}, 1, []int{1}, false}, {[]int{2}, 1, []int{2, 1}, false}, {[]int{2}, 1, []int{2}, false},
		},
		"1 of 1 rotated, unused signatures": {
			{[]int{1}, 1, []int{3, 1, 4}, false}, {[]int{2}, 1, []int{3, 2, 1, 4}, false}, {[]int{2}, 1, []int{3, 2, 4}, false},
		},
		"3 of 5 signed by others": {
			{five, 3, []int{0, 2, 4}, false}, {five, 3, []int{0, 4, 1}, false}, {five, 3, []int{0, 1, 3}, false}, {five, 3, []int{0, 1, 3}, false},
		},
		"3 of 5, one rotated": {
			{five, 3, []int{0, 2, 4}, false}, {[]int{0, 1, 3, 4, 5}, 3, []int{0, 4, 1}, false},
		},
		"3 of 5, one rotated in two steps": {
			{five, 3, []int{0, 2, 4}, false}, {[]int{0, 1, 3, 4, 5}, 3, []int{0, 2, 4, 5}, false}, {[]int{0, 1, 3, 4, 5}, 3, []int{0, 4, 5}, false},
		},
		"3 of 5, all rotated in two steps": {
			{five, 3, []int{0, 2, 4}, false}, {[]int{5, 6, 7, 8, 9}, 3, []int{0, 2, 4, 5, 6, 7}, false}, {[]int{5, 6, 7, 8, 9}, 3, []int{5, 6, 7}, false},
		},
		"1 of 3 to 2 of 3": {
			{[]int{1, 2, 3}, 1, []int{1}, false}, {[]int{1, 2, 3}, 2, []int{1, 2}, false},
		},
		"2 of 3 to 1 of 3": {
			{[]int{1, 2, 3}, 2, []int{1, 2}, false}, {[]int{1, 2, 3}, 1, []int{1, 2}, false}, {[]int{1, 2, 3}, 1, []int{1}, false},
		},
		"1 of 1 to 2 of 2": {
			{[]int{1}, 1, []int{1}, false}, {[]int{1, 2}, 2, []int{1, 2}, false},
		},
		"1 of 1, not signed with the old key": {
			{[]int{1}, 1, []int{1}, false}, {[]int{2}, 1, []int{2, 3, 4}, true},
		},
		"1 of 1, not signed with the new key": {
			{[]int{1}, 1, []int{1}, false}, {[]int{2}, 1, []int{1, 3, 4}, true},
		},
		"3 of 5, too few of the new": {
			{five, 3, []int{0, 2, 4}, false}, {[]int{0, 1, 3, 4, 5}, 3, []int{0, 2, 4}, true},
		},
		"3 of 5, too few of the old": {
			{five, 3, []int{0, 2, 4}, false}, {[]int{0, 1, 3, 4, 5}, 3, []int{0, 4, 5}, true},
		},
		"1 of 3 to 2 of 3, new threshold not reached": {
			{[]int{1, 2, 3}, 1, []int{1}, false}, {[]int{1, 2, 3}, 2, []int{2}, true},
		},
		"2 of 3 to 1 of 3, old threshold not reached": {
			{[]int{1, 2, 3}, 2, []int{1, 2}, false}, {[]int{1, 2, 3}, 1, []int{1}, true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			c, r := newClient(t)
			r.roots, r.root.Signed.Version = nil, 0
			for _, v := range versions {
				r.setKeys("root", v.keys, v.sigs, v.threshold)
				r.bumpRoot()
			}
			c.m.Root = r.roots[0]
			kind := c.refresh()
			if last := versions[len(versions)-1]; last.refused != (kind == Unsigned || kind == Incomplete) || !last.refused && kind != "" {
				t.Errorf("refused: %q, want %v", kind, last.refused)
			} else if !last.refused {
				c.wants(int64(len(versions)), 1, 1, 1)
				if n := len(c.v.next.Roots); n != len(versions)-1 || !bytes.Equal(c.v.next.Roots[n-1], r.roots[n]) {
					t.Errorf("%d roots are remembered", n)
				}
			}
		})
	}
}

func nonRootRotations(t *testing.T) {
	five := []int{0, 1, 2, 3, 4}
	for name, v := range map[string]version{
		"1 of 1 rotated":                       {[]int{2}, 1, []int{2}, false},
		"1 of 1, unused signatures":            {[]int{1}, 1, []int{3, 1, 4}, false},
		"1 of 1, not signed with the new key":  {[]int{2}, 1, []int{1, 3, 4}, true},
		"3 of 5, one signature of another key": {[]int{0, 1, 3, 4, 5}, 3, []int{0, 2, 4}, true},
		"3 of 5, one signature missing":        {[]int{0, 1, 3, 4, 5}, 3, []int{0, 4}, true},
		"3 of 5, first":                        {five, 3, []int{0, 2, 4}, false},
		"3 of 5, second":                       {five, 3, []int{0, 4, 1}, false},
		"3 of 5, third":                        {five, 3, []int{0, 1, 3}, false},
		"3 of 5, fourth":                       {five, 3, []int{1, 2, 3}, false},
		"3 of 5, fifth":                        {five, 3, []int{2, 3, 4}, false},
	} {
		t.Run(name, func(t *testing.T) {
			c, r := newClient(t)
			for _, role := range topRoles[1:] {
				r.setKeys(role, v.keys, v.sigs, v.threshold)
				r.bumpRoot()
				r.publish("targets", "snapshot", "timestamp")
				kind := c.refresh()
				if v.refused != (kind == Unsigned || kind == Incomplete) || !v.refused && kind != "" {
					t.Errorf("%s refused: %q, want %v", role, kind, v.refused)
				}
			}
		})
	}
}
