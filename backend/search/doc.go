// Package search finds a service by what people call it: with marks or
// without, typed as raw Telex or VNI keys, spelled as it sounds, with a slip,
// half typed, abbreviated, or by a name that went out of use years ago.
//
// It works in two steps. A query is read ([reading]): each syllable gets the
// forms it may have been meant as, each with how well it fits; everyday words
// of the pack's words.yaml give further readings. The ranking (rank.go) then
// compares every way to say an entry with every reading, and keeps the reasons,
// so that a hit can be explained; to a longer question it adds how near the
// stories of an entry are (story.go). Names of the national catalogue are looked
// up first (catalogue.go): there are too many to compare all.
//
// All of that happens in memory, on numbers of syllables (vocabulary.go). What
// is made of a pack (compiled.go) is built into the program or kept in content.db
// ([sqlite.Content]), as are the words of the catalogue (codec.go, prepare.go).
// A state is never changed, so queries need no lock; an import makes another one.
//
// No word of any language is in this package, only rules of Vietnamese
// spelling: folding of marks, the two typing methods, sounds that are heard
// alike.
package search
