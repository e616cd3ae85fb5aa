// Package edition is the content in use: the library of one pack, the search
// over it and the speaker that reads it aloud. They are made together and
// exchanged together, so that an answer never mixes two editions.
//
// The sources of packs are given in order, the one to prefer last: the pack
// shipped in the program, then one installed on this machine. A pack with
// errors is refused whole, and the one before it serves.
//
// [Load] is the only place that reads a pack for use, [InUse.Search] and
// [InUse.Entry] the only ones that open the search index.
package edition
