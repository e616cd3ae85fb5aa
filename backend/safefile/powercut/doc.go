// Package powercut cuts the power. It has only tests: whatever the program writes
// through package safefile is mirrored to a disk in memory that knows what a real one
// would still have, after every single step, and each step fails in turn, too.
//
// It is a module of its own, so that the kiosk does not depend on the library that
// the disk in memory comes from.
package powercut
