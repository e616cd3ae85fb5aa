// Package sqlite keeps what the office records in office.db, one file in the
// data folder. Today that is the usage counts: how often a service was opened
// on a day, and nothing about anybody.
//
// What it promises:
//
//   - A count that was acknowledged survives a killed program and a pulled
//     plug: every commit is synced to the disk (WAL, synchronous FULL).
//   - Nothing is ever deleted. A damaged or foreign file is renamed to
//     office-hong-DATE-TIME.db and a new one is started; see [DB.SetAside].
//   - A file from a newer program is refused and left as it is.
//   - Every failure that staff can mend is a [guide.Error] whose sentence says
//     how.
//
// The schema grows by files in migration/, forward only. A database of every
// schema that was released stays in testdata/old and must open for ever.
package sqlite
