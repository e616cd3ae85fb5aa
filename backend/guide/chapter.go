package guide

import (
	"slices"
	"strings"
)

// Chapter is a run of steps with a name: "Đăng nhập", "Ảnh giấy tờ". People see
// the chapters as the whole way, and may start at any of them.
type Chapter struct {
	Name  string
	First int // index of its first step
	Count int // how many steps it has
}

// MaxChapterName is how many letters of a chapter's name fit its piece of the
// progress bar.
const MaxChapterName = 14

// The fewest and the most chapters that make a lesson easier to see through.
const (
	minChapters = 2
	maxChapters = 7
)

// Chapters parts the steps of a walk into its chapters, in order. Nil when the
// lesson has none: it is too short for more than one, or a step has no name,
// as in packs written before there were chapters.
func Chapters(steps []WalkStep) []Chapter {
	var list []Chapter
	for i, st := range steps {
		if st.Chapter == "" {
			return nil
		}
		if n := len(list); n > 0 && list[n-1].Name == st.Chapter {
			list[n-1].Count++
			continue
		}
		list = append(list, Chapter{Name: st.Chapter, First: i, Count: 1})
	}
	if len(list) < minChapters {
		return nil
	}
	return list
}

// What a slow reader needs, measured in tenths of a second: a syllable at 120
// a minute, and for each step a look at the picture and a touch.
const (
	tenthsASyllable = 5
	tenthsAStep     = 100
)

const tenthsAMinute = 600

// Minutes is how long a slow reader takes over steps, whole minutes rounded up.
// It is our own reckoning, to be said with "chừng" (about).
func Minutes(steps []WalkStep) int {
	return (tenths(steps) + tenthsAMinute - 1) / tenthsAMinute
}

func tenths(steps []WalkStep) (sum int) {
	for _, st := range steps {
		sum += tenthsAStep + tenthsASyllable*(len(strings.Fields(st.Say))+len(strings.Fields(st.Why)))
	}
	return sum
}

// MinutesOf parts the minutes of steps among their chapters: whole minutes that add up
// to Minutes(steps), what is over going to the chapters that lost most in rounding down.
// 0 is less than a minute. A lesson without chapters has none to part.
func MinutesOf(chapters []Chapter, steps []WalkStep) []int {
	minutes, over := make([]int, len(chapters)), make([]int, len(chapters))
	most := make([]int, len(chapters)) // chapters, those that lost most first
	left := Minutes(steps)
	for i, c := range chapters {
		took := tenths(steps[c.First : c.First+c.Count])
		minutes[i], over[i], most[i] = took/tenthsAMinute, took%tenthsAMinute, i
		left -= minutes[i]
	}
	slices.SortStableFunc(most, func(a, b int) int { return over[b] - over[a] })
	for _, i := range most[:min(left, len(most))] {
		minutes[i]++
	}
	return minutes
}

// chapters warns of a lesson that nobody can see through at a glance, on the
// first path of answers that is so.
func (r *proofreader) chapters(c *checker, s *Service) {
	if !s.walkable() {
		return // reported elsewhere
	}
	for _, answers := range s.Combinations() {
		steps, err := r.pack.expand(s.Steps, answers, "", nil)
		if err != nil || len(steps) < MinGuideSteps || s.ShortLesson() {
			continue
		}
		if i := slices.IndexFunc(steps, func(st WalkStep) bool { return st.Chapter == "" }); i >= 0 {
			c.warn("steps", "Bước %q chưa thuộc chặng nào.", "Ghi chapter (tên chặng) ở bước mở đầu mỗi chặng.", clip(steps[i].Say, 60))
			return
		}
		list, seen := Chapters(steps), map[string]bool{}
		desk := len(list) == 0 && !slices.ContainsFunc(steps, func(st WalkStep) bool { return st.Screen != nil })
		if n := len(list); (n < minChapters || n > maxChapters) && !desk {
			c.warn("steps", "Có cách trả lời ra %d chặng: %v.", "Cần từ 2 đến 7 chặng: gộp chặng nhỏ, hoặc tách chặng dài.", max(n, 1), answers)
			return
		}
		for _, chapter := range list {
			if seen[chapter.Name] {
				c.warn("steps", "Chặng %q đứng ở hai chỗ: %v.", "Mỗi chặng là một đoạn liền; đặt tên khác cho đoạn sau.", chapter.Name, answers)
				return
			}
			seen[chapter.Name] = true
		}
	}
}
