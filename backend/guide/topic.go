package guide

import (
	"cmp"
	"slices"
	"strings"
)

// Topic is one life-event tile of the home screen. Its services stand in
// groups, so that nobody has to read a long list.
type Topic struct {
	Key    string   `yaml:"key" doc:"Unique short name."`
	Title  string   `yaml:"title" lang:"yes" doc:"One or two short words; two parts with a comma between stand on two lines."`
	Icon   Icon     `yaml:"icon" doc:"Its pictogram."`
	Tint   Tint     `yaml:"tint,omitempty" enum:"rice,leaf,indigo,madder" doc:"The colour of its tile, the same for a family of tiles. Left out: indigo."`
	First  []string `yaml:"first,omitempty" doc:"Services that people come for most, in this order; the first three head the topic."`
	Groups []Group  `yaml:"groups,omitempty" doc:"The services, sorted as people think of them: 3 to 6 groups, the one most asked for first. Left out: a topic of nine services or fewer."`
}

// Group is a few services of a topic that people look for together.
type Group struct {
	Title    string   `yaml:"title" lang:"yes" doc:"A few plain words."`
	Icon     Icon     `yaml:"icon,omitempty" doc:"A pictogram, where one says what the group is about."`
	Services []string `yaml:"services" doc:"Keys of 2 to 6 services of the topic, the one most asked for first."`
}

// Tint is the colour of a tile, so that it can be named aloud: "the green one".
type Tint string

// The colours of tiles: ripe rice, leaf, chàm and cánh kiến.
const (
	TintRice   Tint = "rice"
	TintLeaf   Tint = "leaf"
	TintIndigo Tint = "indigo"
	TintMadder Tint = "madder"
)

// What a screen shows without scrolling.
const (
	MaxTopics   = 15 // tiles beside the one for emergencies
	MaxGroups   = 6  // groups of a topic
	MaxInGroup  = 6  // services of a group
	MaxFlat     = 9  // services of a topic without groups
	TopicShown  = 3  // services above the groups
	CommonShown = 4  // services on the home screen
	MaxCommon   = 12 // services to choose them from
)

// First is what stands on the home screen beside the tiles.
type First struct {
	Common    []string // keys of services that residents come for most, in this order
	Always    string   // key of the service that stands among them whatever was counted, "" for none
	Emergency string   // key of the service behind the red tile, "" for no such tile
}

// Topic finds a topic by key. Error: CodeNotFound.
func (p *Pack) Topic(key string) (Topic, error) {
	for _, t := range p.Topics {
		if t.Key == key {
			return t, nil
		}
	}
	return Topic{}, Errorf(CodeNotFound, "Không có mục này. Mời ông bà chọn mục khác.")
}

// InTopic lists the services of a topic in the order to show them: the
// topic's own first list, then full lessons, then by how often people ask.
func (p *Pack) InTopic(topic Topic) []*Service {
	var list []*Service
	for i := range p.Services {
		s := &p.Services[i]
		if s.in(topic.Key) {
			list = append(list, s)
		}
	}
	rank := func(s *Service) int {
		if i := slices.Index(topic.First, s.Key); i >= 0 {
			return i
		}
		r := len(topic.First) + s.Order*4
		if s.Topic != topic.Key {
			r += 2
		}
		if !s.HasGuide() {
			r++
		}
		return r
	}
	slices.SortStableFunc(list, func(a, b *Service) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a.Title, b.Title))
	})
	return list
}

// in says whether a service stands under a topic.
func (s *Service) in(topic string) bool { return s.Topic == topic || slices.Contains(s.Also, topic) }

// Sorted is a group with its services found.
type Sorted struct {
	Group
	List []*Service
}

// Grouped gives the groups of a topic, in the pack's order, after that of the services
// of the office's own. What stands in none
// of them comes last, in groups without a title of no more than [MaxInGroup].
// A topic without groups gives none.
func (p *Pack) Grouped(topic Topic) []Sorted {
	if len(topic.Groups) == 0 {
		return nil
	}
	left := p.InTopic(topic)
	var list []Sorted
	if own := slices.DeleteFunc(slices.Clone(left), func(s *Service) bool { return !IsOwn(s.Key) }); len(own) > 0 {
		list = append(list, Sorted{Group: Group{Title: OwnGroup, Icon: "house"}, List: own})
		left = slices.DeleteFunc(left, func(s *Service) bool { return IsOwn(s.Key) })
	}
	for _, g := range topic.Groups {
		sorted := Sorted{Group: g}
		for _, key := range g.Services {
			if i := slices.IndexFunc(left, func(s *Service) bool { return s.Key == key }); i >= 0 {
				sorted.List = append(sorted.List, left[i])
				left = slices.Delete(left, i, i+1)
			}
		}
		if len(sorted.List) > 0 {
			list = append(list, sorted)
		}
	}
	for chunk := range slices.Chunk(left, MaxInGroup) {
		list = append(list, Sorted{List: chunk})
	}
	return list
}

// From when on an office's own counts are trusted: fewer are the doing of a few
// visitors, or of staff who tried the kiosk.
const (
	enoughOpened = 50 // openings of all services together
	enoughOfOne  = 5  // of one service
)

// OpenedMost gives the keys of the services that an office's residents opened
// most, by how often each was opened; none while there are too few counts to go
// by.
func OpenedMost(opened map[string]int) []string {
	all := 0
	for _, n := range opened {
		all += n
	}
	if all < enoughOpened {
		return nil
	}
	var keys []string
	for key, n := range opened {
		if n >= enoughOfOne {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(opened[b], opened[a]), strings.Compare(a, b))
	})
	return keys
}

// MostAsked lists the services for the home screen, no more than
// [CommonShown]: those of the office's own list of keys, then the pack's, and last
// the one that always stands there. Keys that the pack does not know are passed
// over, and so is the emergency, which has a tile of its own.
func (p *Pack) MostAsked(own []string) []*Service {
	always, err := p.Service(p.First.Always)
	room := CommonShown
	if err == nil {
		room--
	}
	var list []*Service
	for _, key := range slices.Concat(own, p.First.Common) {
		if len(list) == room {
			break
		}
		s, err := p.Service(key)
		if err != nil || key != s.Key || key == p.First.Emergency || s == always || slices.Contains(list, s) {
			continue
		}
		list = append(list, s)
	}
	if err == nil {
		list = append(list, always)
	}
	return list
}
