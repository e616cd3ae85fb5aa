package guide

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Named is a step, a line of a checklist or an act of an emergency, by its lasting
// names: words change, what hangs on a part stays with it. The picture of a step
// is named by its step.
type Named struct {
	ID    string   // with its file: khai-sinh/ten-chau, flow dang-nhap-cong/mat-khau
	Was   []string // earlier names, in the same form
	Where string   // the file: services/khai-sinh, flows/dang-nhap-cong
	Texts []string // read aloud in one go, see [Step.Unit]

	id         string // as written
	kind, path string // where a problem with it stands
	key        string
}

// IDs is the list of names that an edition had. What hangs on one of them must
// not lose it unnoticed.
type IDs struct {
	Edition int      `yaml:"edition" doc:"The edition that had these ids."`
	IDs     []string `yaml:"ids" doc:"Ids of its steps, lines and acts, earlier ones too, with their file; sorted."`
	Gone    []string `yaml:"gone,omitempty" doc:"Ids that were dropped on purpose, with their file. They are not given again."`
}

// maxID is the most letters of an id, without its file.
const maxID = 40

// counted are ids that say a place in the order: the next edit makes them untrue.
var counted = regexp.MustCompile(`^([0-9._-]+|(buoc|step)[._-]?[0-9]+)$`)

// FullID is a name with its file: key is that of the service, or of the flow.
func FullID(flow bool, key, id string) string {
	if flow {
		return "flow " + key + "/" + id
	}
	return key + "/" + id
}

// Names lists all that has an id, in the order of the files: acts, checklist and
// steps of each service, then the flows. One that lacks its id is among them.
func (p *Pack) Names() []Named {
	var list []Named
	add := func(flow bool, key, path, id string, was, texts []string) {
		part := Named{Where: "services/" + key, Texts: texts, id: id, kind: "service", key: key, path: path}
		if flow {
			part.Where, part.kind = "flows/"+key, "flow"
		}
		if id != "" {
			part.ID = FullID(flow, key, id)
		}
		for _, w := range was {
			if !strings.Contains(w, "/") {
				w = FullID(flow, key, w)
			}
			part.Was = append(part.Was, w)
		}
		list = append(list, part)
	}
	steps := func(flow bool, key string, steps []Step) {
		for i, st := range steps {
			if st.Use == "" {
				add(flow, key, at("steps", i, ""), st.ID, st.Was, st.Unit())
			}
		}
	}
	for i := range p.Services {
		s := &p.Services[i]
		if s.Emergency != nil {
			for i, a := range s.Emergency.Acts {
				add(false, s.Key, at("emergency.acts", i, ""), a.ID, a.Was, a.Unit())
			}
		}
		for i, item := range s.Checklist {
			add(false, s.Key, at("checklist", i, ""), item.ID, item.Was, item.Unit())
		}
		steps(false, s.Key, s.Steps)
	}
	for i := range p.Flows {
		f := &p.Flows[i]
		if b := f.Brief; b != nil && b.Use == "" {
			add(true, f.Key, "brief", b.ID, b.Was, b.Unit())
		}
		steps(true, f.Key, f.Steps)
	}
	return list
}

// ids checks that every part has one name, and every name one part.
func (p *packChecker) ids() []Problem {
	parts := p.pack.Names()
	now := make(map[string]int, len(parts)) // index of the part that has the name
	var problems []Problem
	each := func(i int, do func(c *checker)) {
		c := &checker{kind: parts[i].kind, key: parts[i].key}
		do(c)
		problems = append(problems, c.problems...)
	}
	for i, part := range parts {
		each(i, func(c *checker) {
			path := part.path + ".id"
			if part.id == "" {
				what := "Bước"
				if !strings.HasPrefix(part.path, "steps") && part.path != "brief" {
					what = "Dòng"
				}
				c.add(path, "%s này chưa có id.", "Ghi id ngắn, không đổi khi sửa câu.", what)
				return
			}
			c.id(path, part.id)
			if _, twice := now[part.ID]; twice {
				c.add(path, "Id %q đã dùng ở mục khác của tệp này.", "Đặt id khác.", clip(part.id, maxID))
				return
			}
			now[part.ID] = i
		})
	}
	was := map[string]bool{}
	for i, part := range parts {
		each(i, func(c *checker) {
			for j, full := range part.Was {
				path := at(part.path+".was", j, "")
				file, id, _ := strings.Cut(full, "/")
				if key := strings.TrimPrefix(file, "flow "); !keyShape.MatchString(key) {
					c.add(path, "Tên tệp trong was viết chưa đúng: %q.", "Viết như khai-sinh/ten-chau hoặc flow toi-quay/quet-ma.", clip(full, 60))
					continue
				}
				c.id(path, id)
				if _, taken := now[full]; taken || was[full] {
					c.add(path, "Id cũ %q đang là id hoặc id cũ của mục khác.", "Mỗi id chỉ thuộc một bước hay một dòng: bỏ nó ở đây, hoặc ở mục kia.", clip(full, 60))
				}
				was[full] = true
			}
		})
	}
	return problems
}

// id checks how an id is written.
func (c *checker) id(path, id string) {
	switch {
	case !keyShape.MatchString(id) || len(id) > maxID:
		c.add(path, "Id %q viết chưa đúng.", fmt.Sprintf("Chỉ dùng chữ thường không dấu, số, gạch nối; không quá %d ký tự.", maxID), clip(id, maxID))
	case counted.MatchString(id):
		c.add(path, "Id %q là số thứ tự.", "Đặt id theo ý của câu, như ten-chau: thứ tự còn đổi.", clip(id, maxID))
	}
}

// fullID checks how an id with its file is written, and says whether it can be one.
func (c *checker) fullID(path, full string) bool {
	file, id, _ := strings.Cut(full, "/")
	if keyShape.MatchString(strings.TrimPrefix(file, "flow ")) && keyShape.MatchString(id) {
		return true
	}
	c.add(path, "Dòng này không phải là id có tên tệp: %q.", "Viết như khai-sinh/ten-chau hoặc flow toi-quay/quet-ma, hoặc bỏ dòng này.", clip(full, 100))
	return false
}

// Unlisted reports that nothing can be compared: a list without ids, or none at
// all, would let every id go unnoticed.
func (p *Pack) Unlisted(before IDs) []Problem {
	if len(before.IDs) > 0 || !slices.ContainsFunc(p.Names(), func(n Named) bool { return n.ID != "" }) {
		return nil
	}
	c := &checker{kind: "ids"}
	c.add("ids", "Chưa có danh sách id, nên không ai biết mất id nào.", "Chạy: tungbuoc content ids --write THƯ MỤC, với thư mục của gói này.")
	return c.problems
}

// Lost compares the pack with the ids of an edition before it: what is neither
// there, nor an earlier name of what is there, nor said to be gone, is an error.
// New ids are no news.
func (p *Pack) Lost(before IDs) []Problem {
	c := &checker{kind: "ids"}
	if before.Edition < 1 || before.Edition > p.Info.Edition {
		c.add("edition", "ids.yaml là của lần phát hành %d, gói này là lần %d.", "Sửa edition ở pack.yaml, hoặc ở ids.yaml.", before.Edition, p.Info.Edition)
	}
	known := map[string]bool{}
	for _, part := range p.Names() {
		if part.ID != "" {
			known[part.ID] = true
		}
		for _, w := range part.Was {
			known[w] = true
		}
	}
	gone := map[string]bool{}
	for i, id := range before.Gone {
		if !c.fullID(at("gone", i, ""), id) {
			continue
		}
		gone[id] = true
		if known[id] {
			c.add(at("gone", i, ""), "Id %q ghi là đã bỏ mà vẫn còn dùng.", "Bỏ nó khỏi gone, hoặc đặt id khác cho bước hay dòng ấy.", clip(id, 100))
		}
	}
	for i, id := range before.IDs {
		if c.fullID(at("ids", i, ""), id) && !known[id] && !gone[id] {
			c.add(at("ids", i, ""), "Mất id %q của lần phát hành %d.", "Nếu chỉ đổi tên, ghi id cũ vào was của bước hay dòng thay nó; nếu bỏ hẳn, ghi id này vào gone trong ids.yaml.", clip(id, 100), before.Edition)
		}
	}
	return c.problems
}

// IDsNow is the list of names of the pack as it is, with those that were gone
// before and still are.
func (p *Pack) IDsNow(before IDs) IDs {
	list := IDs{Edition: p.Info.Edition, IDs: []string{}, Gone: slices.Clone(before.Gone)}
	for _, part := range p.Names() {
		if part.ID != "" {
			list.IDs = append(list.IDs, part.ID)
		}
		list.IDs = append(list.IDs, part.Was...)
	}
	for _, l := range []*[]string{&list.IDs, &list.Gone} {
		slices.SortFunc(*l, cmp.Compare[string])
		*l = slices.Compact(*l)
	}
	return list
}
