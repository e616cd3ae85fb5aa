// Package font holds the letters of the product, Be Vietnam Pro (OFL.txt beside it),
// for what draws without a browser.
package font

import _ "embed" // the letters

// Regular and SemiBold are the two weights, as TrueType files.
var (
	//go:embed BeVietnamPro-Regular.ttf
	Regular []byte
	//go:embed BeVietnamPro-SemiBold.ttf
	SemiBold []byte
)
