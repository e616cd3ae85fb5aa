package readthrough

// Unplace has page.html know no place for a field, as for a new one, until restore.
func Unplace(name string) (restore func()) {
	delete(placed, name)
	return func() { placed[name] = true }
}
