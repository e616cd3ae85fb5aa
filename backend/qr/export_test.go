package qr

// FailVerification makes every read-back fail until the returned function is
// called.
func FailVerification(err error) (restore func()) {
	old := verify
	verify = func(*Symbol) error { return err }
	return func() { verify = old }
}

// EmptyCache forgets every symbol.
func EmptyCache() {
	cache.Lock()
	defer cache.Unlock()
	clear(cache.symbols)
}
