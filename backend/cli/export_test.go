package cli

// TryWriting is the doctor's look at a folder.
var TryWriting = tryWriting
