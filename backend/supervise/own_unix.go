//go:build unix

package supervise

// Own opens the kiosk. Here the launcher is who watches over it: a program by itself,
// because this one cannot even be started when the web engine's libraries are missing.
func Own(_ string, _ bool, open func() error) error { return open() }

// Instead has the good program do a command. Here the launcher has done so.
func Instead(string) (status int, done bool) { return 0, false }
