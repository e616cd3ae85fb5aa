package cli

import (
	"crypto/ed25519"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"strconv"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/trust"
	"tungbuoc/backend/trust/keyfile"
)

var rootNameRule = regexp.MustCompile(`^([1-9][0-9]{0,5})\.root\.json$`)

// setupPackSign adds a holder's signature to a root or to an update, or makes an
// update and signs it first.
func setupPackSign(c *call) func([]string) error {
	key := c.flags.String("key", "", "tệp khóa riêng (.key) của người ký")
	from := c.passphraseFlag()
	roots := c.flags.String("roots", "", "thư mục có các đời khóa gốc, khi làm bản cập nhật mới")
	number := c.flags.Int64("number", 0, "số bản, lớn hơn mọi bản trước, khi làm bản cập nhật mới")
	version := c.flags.String("app-version", "", "phiên bản của chương trình, ví dụ 1.4.0")
	linux := c.flags.StringArray("linux", nil, "tệp chương trình cho Linux; ghi được nhiều lần")
	windows := c.flags.StringArray("windows", nil, "tệp chương trình cho Windows; ghi được nhiều lần")
	out := c.flags.String("out", "", "tệp cập nhật mới (.tbupdate)")
	return func(args []string) error {
		makes := *out != ""
		switch {
		case *key == "":
			return guide.Errorf(guide.CodeUsage, "Mời chỉ tệp khóa của người ký bằng --key.")
		case makes && (len(args) > 0 || *number < 1 || *version == "" || len(*linux)+len(*windows) == 0):
			return guide.Errorf(guide.CodeUsage, "Làm bản cập nhật cần --roots, --number, --app-version và --linux hoặc --windows.")
		case makes && filepath.Ext(*out) != trust.Ext:
			return guide.Errorf(guide.CodeUsage, "Tệp cập nhật có đuôi %s. Mời sửa --out.", trust.Ext)
		case !makes && len(args) != 1:
			return guide.Errorf(guide.CodeUsage, "Mời ghi một tệp để ký, ví dụ: tungbuoc pack sign --key so-1.key tung-buoc-12.tbupdate")
		}
		var chain [][]byte
		if makes {
			var err error
			if chain, err = readRoots(*roots); err != nil {
				return err
			}
		}
		passphrase, err := c.passphrase(*from, false)
		if err != nil {
			return err
		}
		private, err := keyfile.Open(*key, passphrase)
		if err != nil {
			return err
		}
		if makes {
			release := trust.Release{Roots: chain, Number: *number, Version: *version, Made: c.Now()}
			for _, f := range *linux {
				release.Files = append(release.Files, trust.Source{Platform: "linux-amd64", Path: f})
			}
			for _, f := range *windows {
				release.Files = append(release.Files, trust.Source{Platform: "windows-amd64", Path: f})
			}
			if err := trust.Make(*out, release, private); err != nil {
				return err
			}
			d, err := trust.Inspect(*out)
			if err != nil {
				return err
			}
			return c.sayDraft(*out, d)
		}
		if m := rootNameRule.FindStringSubmatch(filepath.Base(args[0])); m != nil {
			return c.signRoot(args[0], m[1], private)
		}
		d, err := trust.AddSignature(args[0], private)
		if err != nil {
			return err
		}
		return c.sayDraft(args[0], d)
	}
}

// signRoot signs a root; the one that it follows lies beside it.
func (c *call) signRoot(name, version string, private ed25519.PrivateKey) error {
	root, err := readRoot(name)
	if err != nil {
		return err
	}
	var before []byte
	if n, err := strconv.Atoi(version); err == nil && n > 1 {
		if before, err = readRoot(rootFile(filepath.Dir(name), n-1)); err != nil {
			return err
		}
	}
	if _, err := trust.StateOfRoot(root, before); err != nil {
		return err
	}
	if root, err = trust.SignRoot(root, before, private); err != nil {
		return err
	}
	if err := writeWhole(name, root); err != nil {
		return err
	}
	return c.sayRoot(name, root, before)
}

// sayDraft says what a holder has signed.
func (c *call) sayDraft(name string, d trust.Draft) error {
	if c.json {
		c.printJSON(map[string]any{"file": name, "update": d, "done": d.Has >= d.Needs})
		return nil
	}
	fmt.Fprintf(c.Stdout, "Tệp cập nhật: %s\n", name)
	sayFiles(c.Stdout, d.Number, d.Version, d.Made.Format("02/01/2006"), d.Files)
	fmt.Fprintf(c.Stdout, "  Chữ ký: %d, cần %d\n", d.Has, d.Needs)
	if d.Has < d.Needs {
		fmt.Fprintf(c.Stdout, "Mời người giữ khóa tiếp theo so từng mã SHA-256, rồi chạy: tungbuoc pack sign --key TỆP.key %s\n", name)
		return nil
	}
	fmt.Fprintln(c.Stdout, "Đã đủ chữ ký. Mời thử lại trên một máy bằng: tungbuoc pack verify")
	return nil
}

func sayFiles(w io.Writer, number int64, version, made string, files []trust.File) {
	fmt.Fprintf(w, "  Bản số %d, phiên bản %s, làm ngày %s\n", number, version, made)
	for _, f := range files {
		fmt.Fprintf(w, "  %s/%s: %d byte\n    SHA-256 %s\n", f.Platform, f.Name, f.Size, f.SHA256)
	}
}

// setupPackVerify says whether this machine would take an update, and why not.
func setupPackVerify(c *call) func([]string) error {
	root := c.flags.String("root", "", "khóa gốc để tin, thay cho khóa có sẵn trong chương trình")
	platform := c.flags.String("platform", "", "chỉ xem bản cho loại máy này: linux-amd64, windows-amd64")
	return func(args []string) error {
		file, err := oneFile(args, "tungbuoc pack verify tung-buoc-12.tbupdate")
		if err != nil {
			return err
		}
		t := trust.Trust{Root: trust.Shipped(), Memory: c.dataDir, Platform: *platform}
		if *root != "" {
			if t.Root, err = readRoot(*root); err != nil {
				return err
			}
			if _, err := (trust.Trust{Root: t.Root}).InForce(); trust.KindOf(err) == trust.NoRoot || trust.KindOf(err) == trust.BrokenRoot {
				return c.refusedUpdate(file, trust.BrokenRoot, guide.Wrap(err, guide.CodeInvalid,
					"Tệp khóa gốc %s hỏng hoặc còn thiếu chữ ký. Mời chép lại tệp khóa gốc của tỉnh.", *root))
			}
		}
		u, err := t.Open(file)
		if kind := trust.KindOf(err); kind != "" {
			return c.refusedUpdate(file, kind, err)
		}
		if err != nil {
			return err
		}
		defer func() { _ = u.Close() }()
		if c.json {
			c.printJSON(map[string]any{"file": file, "ok": true, "update": u})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Tệp cập nhật dùng được: %s\n", file)
		sayFiles(c.Stdout, u.Number, u.Version, u.Made.Format("02/01/2006"), u.Files)
		fmt.Fprintf(c.Stdout, "  Khóa gốc đời %d, đủ %d chữ ký\n", u.Root, u.Needs)
		return nil
	}
}

// refusedUpdate says why an update is refused, and what is missing of one that
// waits for its next signature.
func (c *call) refusedUpdate(file string, kind trust.Kind, err error) error {
	if c.json {
		c.printJSON(map[string]any{"file": file, "ok": false, "kind": kind, "message": guide.Message(err)})
		c.remember(err)
		return errReported
	}
	if kind == trust.Incomplete {
		if d, ierr := trust.Inspect(file); ierr == nil {
			fmt.Fprintf(c.Stdout, "Tệp cập nhật %s: chữ ký %d, cần %d\n", file, d.Has, d.Needs)
		}
	}
	return err
}
