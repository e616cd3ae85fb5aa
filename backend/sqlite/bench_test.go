package sqlite_test

import "testing"

func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	mustFile(b, dir)
	for b.Loop() {
		mustClose(b, mustOpen(b, dir))
	}
}

func BenchmarkOpenNew(b *testing.B) {
	for b.Loop() {
		mustClose(b, mustOpen(b, b.TempDir()))
	}
}

func BenchmarkCount(b *testing.B) {
	db := mustOpen(b, b.TempDir())
	for b.Loop() {
		mustCount(b, db, opened, 1)
	}
}
