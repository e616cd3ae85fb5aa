// Package printer sends a finished PDF to the printer of this computer and says
// in plain Vietnamese what became of it.
//
// Words: a printer is a queue of the operating system, with a name; a job is one
// file waiting or printing there; a reason is a sentence for people about what is
// wrong and what to do.
//
// On Linux the package speaks IPP to CUPS over its socket (ipp_linux.go,
// cups_linux.go). It starts no program for that: nothing in a file name or a
// title can become an option, and one answer holds what lp and lpstat tell in
// two. On Windows SumatraPDF draws the pages (sumatra.go, printer_windows.go); where
// it is not installed a person prints from the viewer (way.go). Elsewhere printing
// is not available.
//
// Everything is printed at its true size: the slips, cards and leaflets are laid
// out to the millimetre and have their own margins.
//
// No call lasts longer than [Wait], except Print on Windows, where SumatraPDF
// must draw the pages.
package printer
