// Package damage measures whether the codes of printed handouts are still read
// after what an office does to paper: worn toner, copies of copies, folds,
// lamps, shaking hands, chat programs.
//
// Real pages are laid out, written as PDF and rasterised as a printer would;
// each code is cut out with its quiet zone and some of the page around it
// ([Sample]), damaged by a seed ([Kind], [Level]), and given to two decoders that
// have nothing in common ([Measure]): zxing-cpp as WebAssembly, which scanners
// in browsers use, and zbar. Only the very address of the registry counts.
//
// Lengths are millimetres on paper, angles degrees, shades shares of the span
// from black to white.
package damage
