// Package instance knows which program runs the kiosk on a data folder: one
// claims the folder, others find out who it is and ask it to come forward.
//
// What identifies a folder is the folder itself, never the way its name is
// written: the lock is a file inside it, and so is the note that says where
// the holder listens. A link to the folder, a relative path, other capitals on
// Windows or another TMPDIR all lead to the same two files.
package instance
