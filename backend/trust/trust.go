// Package trust says whether a file that came on a stick is what the province's
// key holders have signed, and for this program. It knows nothing of windows,
// networks or clocks.
//
// The metadata is that of TUF (The Update Framework), checked by go-tuf: a root
// signed by two of three holders names the keys of all roles; the role app may
// sign programs, and nothing else. One file holds it all: every root so far, the
// timestamp, the snapshot, the targets, the role, and the program itself.
//
// A kiosk stands offline for a year, and its clock may say 1970. So no clock is
// asked: what has expired is measured against the newest date in files that were
// accepted before. What protects from old files is their number, which is kept
// in [MemoryName] and only begins anew when the holders have made a new root.
//
// Holders work with [FirstRoot], [NextRoot], [Make] and [AddSignature]; a kiosk
// with [Trust.Open], [Update.Save] and [Update.Remember].
package trust

import (
	"errors"

	"tungbuoc/backend/guide"
)

// Kind names why a file is refused.
type Kind string

// The kinds of refusal. Each has its sentence for people in sentences.
const (
	NoRoot       Kind = "no_root"       // this machine trusts nobody yet
	BrokenRoot   Kind = "broken_root"   // the root it should go by cannot be used
	NotOurs      Kind = "not_ours"      // no update file at all
	Torn         Kind = "torn"          // damaged, cut off, or not as it was written
	Unsigned     Kind = "unsigned"      // signed by nobody this machine knows
	Incomplete   Kind = "incomplete"    // a holder's signature is missing
	Older        Kind = "older"         // older than what this machine has accepted
	Expired      Kind = "expired"       // its time was over before the last accepted file was made
	OtherProgram Kind = "other_program" // signed, but not as this program
	OtherMachine Kind = "other_machine" // nothing in it for this system
	NewerTrust   Kind = "newer_trust"   // rests on a root this machine cannot reach
	WeakRoot     Kind = "weak_root"     // one person alone could sign with this root
	TooBig       Kind = "too_big"       // larger than anything that is right
	BadMemory    Kind = "bad_memory"    // what was accepted before cannot be read
)

// sentences are what staff read: what happened, what to do.
var sentences = map[Kind]string{
	NoRoot:       "Máy này chưa có khóa gốc nên chưa nhận bản cập nhật nào. Mời hỏi bộ phận kỹ thuật của tỉnh.",
	BrokenRoot:   "Khóa gốc bị hỏng hoặc thiếu chữ ký. Mời lấy lại tệp khóa gốc của tỉnh.",
	NotOurs:      "Đây không phải tệp cập nhật của Từng Bước. Mời chọn tệp có đuôi .tbupdate.",
	Torn:         "Tệp cập nhật bị hỏng hoặc chép chưa hết. Mời chép lại từ đầu rồi thử lại.",
	Unsigned:     "Chữ ký của tệp không phải của tỉnh. Mời không dùng tệp này và báo bộ phận kỹ thuật của tỉnh.",
	Incomplete:   "Tệp cập nhật còn thiếu chữ ký. Mời người giữ khóa tiếp theo ký, rồi chép lại.",
	Older:        "Tệp này cũ hơn bản mà máy đã nhận. Mời lấy tệp mới nhất của tỉnh.",
	Expired:      "Tệp này đã quá hạn dùng. Mời lấy tệp mới nhất của tỉnh.",
	OtherProgram: "Tệp này dành cho chương trình khác. Mời chọn tệp cập nhật của Từng Bước.",
	OtherMachine: "Tệp này không có bản cho loại máy này. Mời lấy tệp dành cho đúng hệ điều hành.",
	NewerTrust:   "Tệp này cần khóa gốc mới hơn, mà máy chưa có. Mời lấy tệp đầy đủ của tỉnh.",
	WeakRoot:     "Khóa gốc này cho một người ký một mình nên máy không nhận. Mời báo bộ phận kỹ thuật của tỉnh.",
	TooBig:       "Tệp cập nhật lớn quá mức cho phép. Mời hỏi lại tỉnh về tệp này.",
	BadMemory:    "Sổ ghi các bản đã nhận bị hỏng nên chưa nhận bản mới. Mời bộ phận kỹ thuật xem tệp " + MemoryName + " trong thư mục dữ liệu.",
}

// Refusal is why a file is refused, with the cause for the log.
type Refusal struct {
	Kind Kind
	Err  error
}

// Error gives the whole chain, for the log.
func (r *Refusal) Error() string { return string(r.Kind) + ": " + r.Err.Error() }

// Unwrap gives the cause.
func (r *Refusal) Unwrap() error { return r.Err }

// refuse makes the error of a refusal, with its sentence for people.
func refuse(kind Kind, cause error) error {
	code := guide.CodeInvalid
	switch kind {
	case NoRoot, BrokenRoot:
		code = guide.CodeUnavailable
	case BadMemory:
		code = guide.CodeStorage
	}
	return guide.Wrap(&Refusal{Kind: kind, Err: cause}, code, "%s", sentences[kind])
}

// KindOf gives the kind of a refusal, "" for any other error and for nil.
func KindOf(err error) Kind {
	var r *Refusal
	if errors.As(err, &r) {
		return r.Kind
	}
	return ""
}
