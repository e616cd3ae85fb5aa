// Package handout lays out what the office prints: slips, cards, sheets of
// cards, posters and folded leaflets, each with a code that was read back.
//
// A page is laid out once, in millimetres, as the plain shapes of package
// picture plus codes ([Page]). The same page becomes a PDF for the printer
// ([WritePDF]) and an SVG for the staff's preview ([Page.SVG]): there is no
// second design.
//
// Paper outlives the office's content: every handout carries the edition, the
// day it was printed and the day after which to look again. Words and codes are
// black on white; meaning is never carried by grey or colour, so that the same
// page is right on a printer without colours. Only what hangs on a wall has a
// large dark field: on cheap printers it costs toner and comes out in stripes.
package handout
