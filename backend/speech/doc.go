// Package speech reads the lessons aloud.
//
// A unit is what is read in one go: a step with its reason, or a line of a
// checklist with its note ([guide.Step.Unit], [Units]). A clip is a person's
// recording of a unit in one language, named by the digest of the unit's words
// ([guide.UnitID]): when the words change, the old recording is no longer
// played. Where there is no clip the sentences are synthesised ([Voice]) or
// left to the system's own voice.
//
// A sentence is spoken by its reading ([Reader]): numbers, dates, codes and
// names written out in Vietnamese syllables. The words of readings are pack
// content (speech.yaml); only the rules are here.
package speech
