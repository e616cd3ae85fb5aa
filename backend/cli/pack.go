package cli

import (
	"bufio"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/safefile"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/trust/keyfile"
)

// setupPackKeygen makes the key of one holder.
func setupPackKeygen(c *call) func([]string) error {
	out := c.flags.String("out", "", "thư mục để ghi khóa, ví dụ một USB riêng")
	name := c.flags.String("name", "khoa", "tên khóa, ví dụ so-1")
	from := c.passphraseFlag()
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		if *out == "" {
			return guide.Errorf(guide.CodeUsage, "Mời chỉ thư mục để ghi khóa bằng --out.")
		}
		passphrase, err := c.passphrase(*from, true)
		if err != nil {
			return err
		}
		files, public, err := keyfile.Create(*out, *name, passphrase)
		if err != nil {
			return err
		}
		id, err := trust.KeyID(public)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"files": files, "id": id})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã làm khóa. Mã khóa: %s\n  Khóa riêng, giữ kín: %s\n  Khóa công khai, gửi cho người làm khóa gốc: %s\n"+
			"Quên câu mật khẩu thì không mở lại được khóa.\n", short(id), files.Private, files.Public)
		return nil
	}
}

// setupPackRotate makes a root: the first one, or the one that follows.
func setupPackRotate(c *call) func([]string) error {
	dir := c.flags.String("roots", "", "thư mục có các đời khóa gốc: 1.root.json, 2.root.json…")
	keys := c.flags.StringArray("holder", nil, "khóa công khai (.pub) của một người giữ khóa; ghi một lần cho mỗi người")
	needs := c.flags.Int("needs", 2, "mấy người phải ký")
	return func(args []string) error {
		if err := noArgs(args); err != nil {
			return err
		}
		roots, err := readRoots(*dir)
		if err != nil {
			return err
		}
		var public []ed25519.PublicKey
		for _, name := range *keys {
			key, err := keyfile.ReadPublic(name)
			if err != nil {
				return err
			}
			public = append(public, key)
		}
		var before, root []byte
		if len(roots) == 0 {
			root, err = trust.FirstRoot(public, *needs)
		} else {
			if _, err := trust.Chain(roots); err != nil {
				return err
			}
			before = roots[len(roots)-1]
			root, err = trust.NextRoot(before, public, *needs)
		}
		if err != nil {
			return err
		}
		name := rootFile(*dir, len(roots)+1)
		if err := writeWhole(name, root); err != nil {
			return err
		}
		return c.sayRoot(name, root, before)
	}
}

// sayRoot says who has signed a root, and who is to sign next.
func (c *call) sayRoot(name string, root, before []byte) error {
	s, err := trust.StateOfRoot(root, before)
	if err != nil {
		return err
	}
	if c.json {
		c.printJSON(map[string]any{"file": name, "root": s})
		return nil
	}
	fmt.Fprintf(c.Stdout, "Khóa gốc đời %d: %s\n", s.Version, name)
	for _, id := range s.Keys {
		fmt.Fprintf(c.Stdout, "  Người giữ khóa: %s\n", short(id))
	}
	if s.OldNeeds > 0 {
		fmt.Fprintf(c.Stdout, "  Chữ ký của đời trước: %d, cần %d\n", s.OldHas, s.OldNeeds)
	}
	fmt.Fprintf(c.Stdout, "  Chữ ký của đời này: %d, cần %d\n", s.Has, s.Needs)
	if !s.Done {
		fmt.Fprintf(c.Stdout, "Còn thiếu chữ ký. Mời người giữ khóa chạy: tungbuoc pack sign --key TỆP.key %s\n", name)
		return nil
	}
	fmt.Fprintln(c.Stdout, "Đã đủ chữ ký.")
	return nil
}

// short is as much of a key's id as people compare over the telephone.
func short(id string) string {
	if len(id) < 16 {
		return id
	}
	return id[:4] + " " + id[4:8] + " " + id[8:12] + " " + id[12:16]
}

func rootFile(dir string, version int) string {
	return filepath.Join(dir, fmt.Sprintf("%d.root.json", version))
}

// readRoots reads the roots of a folder, from the first on.
func readRoots(dir string) (roots [][]byte, err error) {
	if dir == "" {
		return nil, guide.Errorf(guide.CodeUsage, "Mời chỉ thư mục khóa gốc bằng --roots.")
	}
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, guide.Errorf(guide.CodeUsage, "Không có thư mục %s. Mời xem lại --roots.", dir)
	}
	for {
		root, err := readRoot(rootFile(dir, len(roots)+1))
		if errors.Is(err, fs.ErrNotExist) {
			return roots, nil
		}
		if err != nil {
			return nil, err
		}
		roots = append(roots, root)
	}
}

// readRoot reads a small file that should be a root.
func readRoot(name string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, guide.Wrap(err, guide.CodeNotFound, "Không có tệp khóa gốc %s.", name)
	case err == nil && (!info.Mode().IsRegular() || info.Size() > 1<<20):
		return nil, guide.Errorf(guide.CodeInvalid, "%s không phải khóa gốc.", name)
	}
	root, err := os.ReadFile(name)
	if err != nil {
		return nil, guide.Wrap(err, guide.CodeStorage, "Không đọc được tệp khóa gốc %s.", name)
	}
	return root, nil
}

func writeWhole(name string, data []byte) error {
	return safefile.Write(name, func(w io.Writer) error {
		_, err := w.Write(data)
		return err
	})
}

func (c *call) passphraseFlag() *string {
	return c.flags.String("passphrase", "", "tệp có câu mật khẩu ở dòng đầu; không có thì gõ vào")
}

// passphrase asks for the passphrase of a key, twice for a new one where somebody
// types it. On Windows a program with a window cannot read the console: a file or
// a pipe does.
func (c *call) passphrase(file string, again bool) (string, error) {
	in := c.Stdin
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return "", guide.Wrap(err, guide.CodeNotFound, "Không mở được tệp câu mật khẩu %s.", file)
		}
		defer func() { _ = f.Close() }()
		in = f
	} else if f, ok := c.Stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		first, err := c.typed(f, "Câu mật khẩu: ")
		if err != nil || !again {
			return first, err
		}
		second, err := c.typed(f, "Gõ lại lần nữa: ")
		if err == nil && first != second {
			err = guide.Errorf(guide.CodeInvalid, "Hai lần gõ khác nhau. Mời làm lại từ đầu.")
		}
		return first, err
	}
	line, err := bufio.NewReader(io.LimitReader(in, 4096)).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", guide.Wrap(err, guide.CodeStorage, "Không đọc được câu mật khẩu.")
	}
	return strings.TrimRight(strings.TrimPrefix(line, "\ufeff"), "\r\n"), nil // Windows puts a mark before text
}

func (c *call) typed(f *os.File, ask string) (string, error) {
	fmt.Fprint(c.Stderr, ask)
	line, err := term.ReadPassword(int(f.Fd()))
	fmt.Fprintln(c.Stderr)
	if err != nil {
		return "", guide.Wrap(err, guide.CodeStorage, "Không đọc được câu mật khẩu.")
	}
	return string(line), nil
}
