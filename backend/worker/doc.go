// Package worker does one piece of work at a time in the background: paper
// being made, recordings being taken in. An office has one pair of hands, and
// staff look at one line that says how far it is.
//
// What has to be known or kept before work begins is done while the worker is
// taken, so that two who ask at once cannot both begin.
package worker
