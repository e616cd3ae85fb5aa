// Package paper brings what staff and residents order onto paper: an [Order]
// becomes a [Job], laid out with the content of the day, and a [Press] sends it
// to a printer or into a file. One job of the staff is done at a time; it is
// remembered until it is finished, and goes on after a jam, a stop or a power
// cut. What a printer does to sizes is measured and made up for.
//
// Words: an order is what somebody wants and is kept in office.db; a job is an
// order laid out; a batch is what came out and is in people's hands. The spool
// is the folder with the files that printers read: only this package writes
// into it.
package paper
