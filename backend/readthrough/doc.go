// Package readthrough makes the page on which a person reads a whole pack through
// before it is published: every service, every drawn screen, every number with
// its source, what is unsure first, with boxes to tick.
//
// The page is one HTML file that needs nothing else: it opens from a disk or a
// stick in any browser, loads nothing, and keeps ticks and notes in that
// browser only. A tick belongs to the words it was set for: when a service or
// a shared flow changes, its tick is shown as old.
package readthrough
