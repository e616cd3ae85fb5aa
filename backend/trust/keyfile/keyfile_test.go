package keyfile_test

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/trust/keyfile"
)

const passphrase = "sông Lô chảy qua phố"

func TestAKeyOpensWithItsPassphraseOnly(t *testing.T) {
	defer keyfile.TestOnlyWork()()
	dir := t.TempDir()
	f, public, err := keyfile.Create(dir, "so-1", passphrase)
	if err != nil {
		t.Fatal(err)
	}
	private, err := keyfile.Open(f.Private, passphrase)
	if err != nil || !public.Equal(private.Public()) {
		t.Fatalf("%v", err)
	}
	if got, err := keyfile.ReadPublic(f.Public); err != nil || !got.Equal(public) {
		t.Errorf("%v", err)
	}
	// The same words from a keyboard that composes signs in another way.
	if _, err := keyfile.Open(f.Private, "so\u0302ng Lo\u0302 cha\u0309y qua pho\u0302\u0301"); err != nil {
		t.Errorf("decomposed: %v", err)
	}
	for _, wrong := range []string{"", "x", passphrase + " "} {
		if _, err := keyfile.Open(f.Private, wrong); guide.ErrorCode(err) != guide.CodeDenied {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	info, err := os.Stat(f.Private)
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	sealed, err := os.ReadFile(f.Private)
	if err != nil || bytes.Contains(sealed, []byte("PRIVATE KEY")) || !bytes.Contains(sealed, []byte("AGE ENCRYPTED FILE")) {
		t.Errorf("%s, %v", sealed, err)
	}
	before := sealed
	if _, _, err := keyfile.Create(dir, "so-1", passphrase); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("over a key: %v", err)
	}
	if after, _ := os.ReadFile(f.Private); !bytes.Equal(before, after) {
		t.Error("a key was replaced")
	}
}

func TestFilesThatAreNoKeys(t *testing.T) {
	defer keyfile.TestOnlyWork()()
	dir := t.TempDir()
	f, _, err := keyfile.Create(dir, "a", passphrase)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(f.Private)
	if err != nil {
		t.Fatal(err)
	}
	for i, data := range [][]byte{nil, []byte("x"), whole[:len(whole)/2], bytes.Repeat([]byte("x"), 1<<20)} {
		name := filepath.Join(dir, "broken")
		if err := os.WriteFile(name, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := keyfile.Open(name, passphrase); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%d: %v", i, err)
		}
		if _, err := keyfile.ReadPublic(name); guide.ErrorCode(err) != guide.CodeInvalid {
			t.Errorf("%d: %v", i, err)
		}
	}
	if _, err := keyfile.ReadPublic(f.Private); guide.ErrorCode(err) != guide.CodeInvalid {
		t.Errorf("a private key is taken for a public one: %v", err)
	}
	if _, err := keyfile.Open(filepath.Join(dir, "none"), passphrase); guide.ErrorCode(err) != guide.CodeNotFound {
		t.Errorf("%v", err)
	}
	for _, name := range []string{"", "Khóa", "../x", "a b"} {
		if _, _, err := keyfile.Create(dir, name, passphrase); guide.ErrorCode(err) != guide.CodeUsage {
			t.Errorf("%q: %v", name, err)
		}
	}
	if _, _, err := keyfile.Create(dir, "b", "mười một chữ"[:11]); guide.ErrorCode(err) != guide.CodeUsage {
		t.Errorf("a short passphrase: %v", err)
	}
	if _, _, err := keyfile.Create(filepath.Join(dir, "none"), "b", passphrase); guide.ErrorCode(err) != guide.CodeStorage {
		t.Errorf("no folder: %v", err)
	}
}
