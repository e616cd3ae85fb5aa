package paper

// Pack writes an order down as it is kept.
func Pack(o Order) (string, error) { return o.pack() }

// Unpack reads an order that was kept.
func Unpack(text string) (Order, error) { return unpack(text) }

// NoGrace makes a press that waits for no slip that stands in line.
func NoGrace(p *Press) { p.grace = 0 }
