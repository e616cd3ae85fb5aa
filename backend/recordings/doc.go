// Package recordings is what a commune records with its own speakers: which
// languages, the script to read out, taking recordings in, how much there is,
// and which clips are its own.
//
// The files themselves, their names and what makes a good one are package
// speech's, which plays them. A spoken language is recorded by the words the
// pack is written in, so one list of units serves all of them.
package recordings
