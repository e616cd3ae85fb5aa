// Package sqlite keeps what the office records in office.db, one file in the
// data folder, and what can be made again in content.db: the national catalogue
// and what the search has made of texts. There is nothing about anybody in them.
//
// What it promises of office.db:
//
//   - A count that was acknowledged survives a killed program and a pulled
//     plug: every commit is synced to the disk (WAL, synchronous FULL).
//   - Nothing of the office's is ever deleted. A damaged or foreign file is renamed to
//     office-hong-DATE-TIME.db and a new one is started; see [DB.SetAside].
//   - A database that takes another's place takes it whole or not at all, also where the
//     power is cut meanwhile; see exchange.go.
//   - A file from a newer program is refused and left as it is.
//   - Every failure that staff can mend is a [guide.Error] whose sentence says
//     how.
//
// The schema grows by files in migration/, forward only. A database of every
// schema that was released stays in testdata/old and must open for ever.
package sqlite
