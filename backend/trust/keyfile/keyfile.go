// Package keyfile keeps the key of one holder: a file that only a passphrase
// opens, and beside it the public part, which everybody may read.
//
// The file is an age file (age-encryption.org) around a key in PEM, so that it
// can still be opened when this program is gone: age -d NAME.key.
package keyfile

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"unicode/utf8"

	"filippo.io/age"
	"filippo.io/age/armor"
	"golang.org/x/text/unicode/norm"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
)

// Endings of the two files of a key.
const (
	PrivateExt = ".key"
	PublicExt  = ".pub"
)

const (
	leastPassphrase = 12 // signs; four short words have more
	maxFile         = 64 << 10
)

// work is age's own measure of how slow a passphrase is to try: a second, and
// 256 MB, each.
var work = 18

// TestOnlyWork makes passphrases quick to try until restore.
func TestOnlyWork() (restore func()) {
	before := work
	work = 2
	return func() { work = before }
}

var nameRule = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,31}$`)

// Files are the two files of a new key.
type Files struct {
	Private string `json:"key"`
	Public  string `json:"public"`
}

// Create makes a key and writes its files into a folder. It never replaces a
// file. Errors: CodeUsage for a name or a passphrase that does not do, CodeStorage.
func Create(dir, name, passphrase string) (f Files, public ed25519.PublicKey, err error) {
	if !nameRule.MatchString(name) {
		return f, nil, guide.Errorf(guide.CodeUsage, "Tên khóa %q không dùng được. Mời chỉ dùng chữ thường không dấu, số và gạch nối.", name)
	}
	passphrase = norm.NFC.String(passphrase)
	if utf8.RuneCountInString(passphrase) < leastPassphrase {
		return f, nil, guide.Errorf(guide.CodeUsage, "Câu mật khẩu cần ít nhất %d chữ cái. Mời chọn bốn từ trở lên, dễ nhớ mà khó đoán.", leastPassphrase)
	}
	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return f, nil, err
	}
	sealed, err := seal(private, passphrase)
	if err != nil {
		return f, nil, err
	}
	der, err := x509.MarshalPKIXPublicKey(public)
	if err != nil {
		return f, nil, err
	}
	open := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	f = Files{Private: filepath.Join(dir, name+PrivateExt), Public: filepath.Join(dir, name+PublicExt)}
	if err := write(f.Private, sealed, 0o600); err != nil {
		return f, nil, err
	}
	if err := write(f.Public, open, 0o644); err != nil {
		_ = os.Remove(f.Private)
		return f, nil, err
	}
	return f, public, nil
}

func seal(private ed25519.PrivateKey, passphrase string) ([]byte, error) {
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, err
	}
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, err
	}
	to.SetWorkFactor(work)
	var out bytes.Buffer
	text := armor.NewWriter(&out)
	w, err := age.Encrypt(text, to)
	if err != nil {
		return nil, err
	}
	_, err = w.Write(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
	if err := errors.Join(err, w.Close(), text.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// write makes a new file that nobody else may read, or only read.
func write(name string, data []byte, mode os.FileMode) (err error) {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	switch {
	case errors.Is(err, fs.ErrExist):
		return guide.Wrap(err, guide.CodeStorage, "Đã có tệp %s. Mời chọn tên khác, để không mất khóa cũ.", filepath.Base(name))
	case errors.Is(err, fs.ErrNotExist):
		return guide.Wrap(err, guide.CodeStorage, "Không thấy thư mục để ghi khóa. Mời xem lại --out, hoặc USB còn cắm không.")
	case err != nil:
		return guide.Wrap(err, guide.CodeStorage, "Nơi này không cho ghi khóa. Mời chọn thư mục khác.")
	}
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close(), safefile.SyncFolder(filepath.Dir(name))); err != nil {
		_ = os.Remove(name)
		return guide.Wrap(err, guide.CodeStorage, "Chưa ghi được khóa. Mời xem ổ đĩa còn chỗ không, rồi làm lại.")
	}
	return nil
}

// Open reads a private key. Errors: CodeNotFound, CodeStorage; CodeInvalid for a
// file that is no key; CodeDenied for a wrong passphrase.
func Open(name, passphrase string) (ed25519.PrivateKey, error) {
	data, err := read(name)
	if err != nil {
		return nil, err
	}
	who, err := age.NewScryptIdentity(norm.NFC.String(passphrase))
	if err != nil { // nothing was typed
		return nil, guide.Wrap(err, guide.CodeDenied, "Câu mật khẩu còn trống. Mời nhập lại.")
	}
	r, err := age.Decrypt(armor.NewReader(bytes.NewReader(data)), who)
	if err != nil {
		if errors.As(err, new(*age.NoIdentityMatchError)) {
			return nil, guide.Wrap(err, guide.CodeDenied, "Câu mật khẩu chưa đúng với tệp khóa này. Mời nhập lại.")
		}
		return nil, noKey(err)
	}
	text, err := io.ReadAll(r)
	if err != nil {
		return nil, noKey(err)
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, noKey(errors.New("no PEM in it"))
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return nil, noKey(err)
	}
	private, ok := key.(ed25519.PrivateKey)
	if !ok {
		return nil, noKey(fmt.Errorf("a key of type %T", key))
	}
	return private, nil
}

// ReadPublic reads the public part of a key. Errors: CodeNotFound, CodeStorage,
// CodeInvalid.
func ReadPublic(name string) (ed25519.PublicKey, error) {
	data, err := read(name)
	if err != nil {
		return nil, err
	}
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, noKey(errors.New("no PEM in it"))
	}
	key, err := x509.ParsePKIXPublicKey(block.Bytes)
	if err != nil {
		return nil, noKey(err)
	}
	public, ok := key.(ed25519.PublicKey)
	if !ok {
		return nil, noKey(fmt.Errorf("a key of type %T", key))
	}
	return public, nil
}

func noKey(err error) error {
	return guide.Wrap(err, guide.CodeInvalid, "Tệp này không phải khóa, hoặc đã hỏng. Mời chọn tệp %s hoặc %s khác.", PrivateExt, PublicExt)
}

func read(name string) ([]byte, error) {
	info, err := os.Stat(name) // before opening: a pipe would wait for ever
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, guide.Wrap(err, guide.CodeNotFound, "Không có tệp %s. Mời xem lại tên tệp khóa, hoặc USB còn cắm không.", filepath.Base(name))
	case err == nil && (!info.Mode().IsRegular() || info.Size() > maxFile):
		return nil, noKey(fmt.Errorf("%v, %d bytes", info.Mode(), info.Size()))
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp khóa. Mời rút USB, cắm lại rồi thử lần nữa.")
	}
	return data, nil
}
