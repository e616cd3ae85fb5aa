package guide

import (
	"fmt"
	"slices"
	"strings"
)

// maxGroupTitle is how many letters fit the card of a group.
const maxGroupTitle = 30

func (p *packChecker) topicList() []Problem {
	c := &checker{kind: "topics"}
	if n := len(p.pack.Topics); n == 0 || n > MaxTopics {
		c.add("topics", "Màn hình đầu cần từ 1 đến %d ô, đang có %d.", "Gộp hoặc bỏ bớt ô.", MaxTopics, n)
	}
	keys := make([]string, len(p.pack.Topics))
	for i, t := range p.pack.Topics {
		keys[i] = t.Key
		path := at("topics", i, "")
		c.keyed(path+".key", t.Key)
		c.need(path+".title", t.Title)
		c.short(path+".title", t.Title, maxTopicTitle)
		if strings.Count(t.Title, ",") > 1 {
			c.add(path+".title", "Tên ô %q có quá hai phần.", "Viết một hoặc hai phần, giữa hai phần có dấu phẩy.", clip(t.Title, 60))
		}
		c.need(path+".icon", string(t.Icon))
		c.icon(path+".icon", t.Icon)
		if t.Tint != "" {
			c.oneOf(path+".tint", string(t.Tint), string(TintRice), string(TintLeaf), string(TintIndigo), string(TintMadder))
		}
		p.listed(c, path+".first", t.First, t)
		p.groupList(c, path, t)
		if len(p.pack.InTopic(t)) == 0 {
			c.add(path, "Ô %q không có dịch vụ nào.", "Bỏ ô này, hoặc xếp dịch vụ vào.", t.Title)
		}
	}
	c.unique(func(i int) string { return at("topics", i, "key") }, keys)
	p.firstScreen(c)
	return c.problems
}

// listed checks the keys of a topic's services.
func (p *packChecker) listed(c *checker, path string, keys []string, t Topic) {
	for i, key := range keys {
		where := at(path, i, "")
		switch s, err := p.pack.Service(key); {
		case err != nil || s.Key != key:
			c.add(where, "Không có dịch vụ %q.", "Sửa tên, hoặc bỏ dòng này.", clip(key, 40))
		case !s.in(t.Key):
			c.add(where, "Dịch vụ %q không thuộc ô %q.", "Thêm ô này vào also của dịch vụ, hoặc bỏ dòng này.", key, clip(t.Key, 40))
		case slices.Contains(keys[:i], key):
			c.add(where, "Dịch vụ %q ghi hai lần.", "Giữ lại một.", key)
		}
	}
}

func (p *packChecker) groupList(c *checker, path string, t Topic) {
	if n := len(t.Groups); n > MaxGroups {
		c.add(path+".groups", "Ô %q có %d nhóm, màn hình chỉ vừa %d.", "Gộp bớt nhóm.", t.Title, n, MaxGroups)
	}
	in := map[string]string{}
	for i, g := range t.Groups {
		where := at(path+".groups", i, "")
		c.need(where+".title", g.Title)
		c.short(where+".title", g.Title, maxGroupTitle)
		c.icon(where+".icon", g.Icon)
		if n := len(g.Services); n < 2 || n > MaxInGroup {
			c.add(where+".services", "Nhóm %q có %d việc.", fmt.Sprintf("Mỗi nhóm có từ 2 đến %d việc.", MaxInGroup), clip(g.Title, 40), n)
		}
		p.listed(c, where+".services", g.Services, t)
		for j, key := range g.Services {
			if other, ok := in[key]; ok && other != g.Title {
				c.add(at(where+".services", j, ""), "Dịch vụ %q đã ở nhóm %q.", "Giữ ở một nhóm.", clip(key, 40), clip(other, 40))
			}
			in[key] = g.Title
		}
	}
}

// firstScreen checks what stands beside the tiles.
func (p *packChecker) firstScreen(c *checker) {
	first := p.pack.First
	if n := len(first.Common); n > MaxCommon {
		c.add("common", "Có %d việc hay làm.", fmt.Sprintf("Ghi nhiều nhất %d việc.", MaxCommon), n)
	}
	for i, key := range first.Common {
		where := at("common", i, "")
		switch s, err := p.pack.Service(key); {
		case err != nil || s.Key != key:
			c.add(where, "Không có dịch vụ %q.", "Sửa tên, hoặc bỏ dòng này.", clip(key, 40))
		case slices.Contains(first.Common[:i], key):
			c.add(where, "Dịch vụ %q ghi hai lần.", "Giữ lại một.", key)
		case key == first.Emergency:
			c.add(where, "Dịch vụ %q đã có ô đỏ riêng.", "Bỏ dòng này.", key)
		}
	}
	for where, key := range map[string]string{"emergency": first.Emergency, "always": first.Always} {
		if key == "" {
			continue
		}
		s, err := p.pack.Service(key)
		switch {
		case err != nil || s.Key != key:
			c.add(where, "Không có dịch vụ %q.", "Sửa tên, hoặc bỏ dòng này.", clip(key, 40))
		case where == "always" && key == first.Emergency:
			c.add(where, "Dịch vụ %q đã có ô đỏ riêng.", "Bỏ dòng này, hoặc chọn việc khác.", key)
		case where == "always" && s.Emergency != nil:
			c.add(where, "Việc gấp %q thuộc về ô đỏ, không đứng giữa các việc hay làm.", "Ghi nó ở emergency, hoặc chọn việc khác.", key)
		}
	}
}

// topics reads how services are sorted: each is found without a long list.
func (r *proofreader) topics() []Problem {
	c := &checker{kind: "topics"}
	for i, t := range r.pack.Topics {
		path := at("topics", i, "")
		if len(t.Groups) == 0 {
			if n := len(r.pack.InTopic(t)); n > MaxFlat {
				c.warn(path, "Ô %q có %d việc mà chưa chia nhóm.", "Chia thành 3 đến 6 nhóm.", t.Title, n)
			}
			continue
		}
		for _, g := range r.pack.Grouped(t) {
			for _, s := range g.List {
				if g.Title == "" {
					c.warn(path+".groups", "Dịch vụ %q chưa ở nhóm nào của ô %q.", "Xếp vào một nhóm.", s.Key, t.Title)
				}
			}
		}
	}
	return c.problems
}
