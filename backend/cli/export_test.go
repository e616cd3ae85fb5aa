package cli

// TryWriting is the doctor's look at a folder.
var TryWriting = tryWriting

// CommandNames are the commands there are.
func CommandNames() []string {
	names := make([]string, 0, len(commands))
	for _, c := range commands {
		names = append(names, c.name)
	}
	return names
}
