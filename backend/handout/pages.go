package handout

import (
	"iter"
	"sync"

	"tungbuoc/backend/guide"
)

// Pages are the pages of a job, in the order they are printed. A page is laid
// out when it is asked for, and a card once, however often it stands on paper.
type Pages struct {
	count int
	at    func(n int) (*Page, error) // n from 1
}

// Count is how many pages there are.
func (p Pages) Count() int { return p.count }

// Page gives one page, counted from 1. Errors: CodeInvalid if there are not so
// many; CodeContent if it cannot be laid out.
func (p Pages) Page(n int) (*Page, error) {
	if n < 1 || n > p.count {
		return nil, guide.Errorf(guide.CodeInvalid, "Việc này có %d trang. Mời chọn trang từ 1 đến %d.", p.count, p.count)
	}
	return p.at(n)
}

// From gives the pages from one of them on, counted from 1: after a jam or a
// restart a job goes on where it stopped. An error, as of [Pages.Page], is the
// last that comes.
func (p Pages) From(first int) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		for n := first; n == first || n <= p.count; n++ {
			page, err := p.Page(n)
			if !yield(page, err) || err != nil {
				return
			}
		}
	}
}

// Just are pages that are laid out already.
func Just(pages ...*Page) Pages {
	return Pages{count: len(pages), at: func(n int) (*Page, error) { return pages[n-1], nil }}
}

// once lays something out when it is first asked for, and keeps it.
func once[T any](lay func() (T, error)) func() (T, error) { return sync.OnceValues(lay) }

// made is a page that is laid out when it is first asked for.
func made(lay func() (*Page, error)) Pages {
	lay = once(lay)
	return Pages{count: 1, at: func(int) (*Page, error) { return lay() }}
}

// times gives the same pages so many times.
func (p Pages) times(n int) Pages {
	return Pages{count: p.count * n, at: func(i int) (*Page, error) { return p.at((i-1)%p.count + 1) }}
}

// then gives the pages of all, one after the other.
func then(all ...Pages) Pages {
	sum := 0
	for _, p := range all {
		sum += p.count
	}
	return Pages{count: sum, at: func(n int) (*Page, error) {
		for _, p := range all {
			if n <= p.count {
				return p.at(n)
			}
			n -= p.count
		}
		return nil, guide.Errorf(guide.CodeInternal, "Không có trang này.") // Page asks for no such page
	}}
}
