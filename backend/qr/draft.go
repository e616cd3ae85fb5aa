package qr

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode/decoder"
	"github.com/makiuchi-d/gozxing/qrcode/encoder"
	qrcode "github.com/skip2/go-qrcode"
)

// draft makes a symbol that nobody has read back yet.
//
// A byte of a QR code is a letter of ISO 8859-1 unless the symbol says
// otherwise (ISO/IEC 18004). zbar takes UTF-8 that is not announced for Chinese
// or Japanese, and so do some phones (lyqht/mini-qr, issue 264).
// skip2/go-qrcode cannot announce it, so a text with letters outside ASCII is
// encoded by gozxing, which puts ECI 26, "what follows is UTF-8", before it:
// the same as Android does when it shows the code of a network (QrCodeGenerator
// of its settings), so phones' cameras know it. ASCII goes without, because
// hand scanners may stumble over an announcement (zxing/zxing, issue 1042).
//
// skip2 also chooses the mask alone; one that is asked for comes from gozxing.
func draft(text string, sh shape) (*Symbol, error) {
	ascii := strings.IndexFunc(text, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
	if ascii && sh.mask == 0 {
		return bySkip2(text, sh)
	}
	hints := map[gozxing.EncodeHintType]any{}
	if !ascii {
		hints[gozxing.EncodeHintType_CHARACTER_SET] = "UTF-8"
	}
	if sh.mask > 0 {
		hints[gozxing.EncodeHintType_QR_MASK_PATTERN] = sh.mask - 1
	}
	return byZXing(text, sh, hints)
}

// skip2 names Q "High" and H "Highest".
var recovery = map[Level]qrcode.RecoveryLevel{M: qrcode.Medium, Q: qrcode.High, H: qrcode.Highest}

// bySkip2 encodes a text in several segments where that is shorter.
func bySkip2(text string, sh shape) (*Symbol, error) {
	code, err := qrcode.New(text, recovery[sh.level])
	if err == nil && sh.larger > 0 {
		code, err = qrcode.NewWithForcedVersion(text, code.VersionNumber+sh.larger, recovery[sh.level])
	}
	if err != nil {
		return nil, err
	}
	code.DisableBorder = true // before the first Bitmap, or it is ignored
	return &Symbol{text: text, level: sh.level, version: code.VersionNumber, rows: code.Bitmap()}, nil
}

var correction = map[Level]decoder.ErrorCorrectionLevel{
	M: decoder.ErrorCorrectionLevel_M, Q: decoder.ErrorCorrectionLevel_Q, H: decoder.ErrorCorrectionLevel_H,
}

func byZXing(text string, sh shape, hints map[gozxing.EncodeHintType]any) (*Symbol, error) {
	code, err := encoder.Encoder_encode(text, correction[sh.level], hints)
	if err == nil && sh.larger > 0 {
		hints[gozxing.EncodeHintType_QR_VERSION] = code.GetVersion().GetVersionNumber() + sh.larger
		code, err = encoder.Encoder_encode(text, correction[sh.level], hints)
	}
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	drawn := code.GetMatrix()
	rows := make([][]bool, drawn.GetHeight())
	for y := range rows {
		rows[y] = make([]bool, drawn.GetWidth())
		for x := range rows[y] {
			rows[y][x] = drawn.Get(x, y) == 1
		}
	}
	return &Symbol{text: text, level: sh.level, version: code.GetVersion().GetVersionNumber(), rows: rows}, nil
}
