package speech

import "math"

// mixing is how two channels become one.
type mixing int

const (
	mixMean mixing = iota
	mixLeft
	mixRight
)

// of gives one sample for two.
func (m mixing) of(left, right float32) float32 {
	switch m {
	case mixLeft:
		return left
	case mixRight:
		return right
	}
	return (left + right) / 2
}

// balance compares two channels with their mean, sample by sample.
type balance struct {
	n                 float64
	left, right, mean energy
}

func (b *balance) add(left, right float32) {
	b.n++
	b.left.add(left)
	b.right.add(right)
	b.mean.add(mixMean.of(left, right))
}

// mix says what to take for both channels: their mean, unless it is far softer
// than the louder of them. That is so when one microphone, or one wire, has the
// opposite phase; channels that have nothing in common lose 3 dB, and where one
// is silent the other loses 6.
func (b *balance) mix() mixing {
	const softer = 10 // as powers: 10 dB
	left, right := b.left.power(b.n), b.right.power(b.n)
	switch {
	case b.mean.power(b.n)*softer >= max(left, right):
		return mixMean
	case left >= right:
		return mixLeft
	}
	return mixRight
}

// energy sums samples up.
type energy struct{ sum, squares float64 }

func (e *energy) add(v float32) {
	e.sum += float64(v)
	e.squares += float64(v) * float64(v)
}

// power is that of n samples around their mean: an offset is not heard.
func (e *energy) power(n float64) float64 {
	if n == 0 {
		return 0
	}
	return math.Max(0, e.squares/n-e.sum/n*e.sum/n)
}
