package speech

import (
	"container/list"
	"sync"
)

// cache keeps synthesised sound in memory, the most recently used, up to a
// number of bytes. Nothing of it is ever written to a disk.
type cache struct {
	mu    sync.Mutex
	room  int
	order *list.List // of *kept, the latest first
	byID  map[string]*list.Element
	times int // how often it was emptied
}

type kept struct {
	id   string
	data []byte
}

func newCache(room int) *cache {
	return &cache{room: room, order: list.New(), byID: map[string]*list.Element{}}
}

func (c *cache) get(id string) ([]byte, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byID[id]
	if !ok {
		return nil, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*kept).data, true
}

// put keeps data and lets go of what was not used for longest. What does not
// fit at all is not kept, and neither is what was begun, at that time, before the
// cache was emptied.
func (c *cache) put(id string, data []byte, begun int) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if begun != c.times {
		return false
	}
	if _, ok := c.byID[id]; ok {
		return true
	}
	for len(data) > c.room {
		oldest := c.order.Back()
		if oldest == nil {
			return false
		}
		c.drop(oldest)
	}
	c.room -= len(data)
	c.byID[id] = c.order.PushFront(&kept{id, data})
	return true
}

func (c *cache) drop(e *list.Element) {
	k := c.order.Remove(e).(*kept)
	delete(c.byID, k.id)
	c.room += len(k.data)
}

// time is when something is begun that is put later.
func (c *cache) time() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.times
}

// empty lets go of everything.
func (c *cache) empty() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for e := c.order.Front(); e != nil; e = c.order.Front() {
		c.drop(e)
	}
	c.times++
}
