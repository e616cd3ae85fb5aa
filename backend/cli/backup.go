package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tungbuoc/backend/backup"
	"tungbuoc/backend/guide"
	"tungbuoc/backend/places"
	"tungbuoc/backend/sqlite"
)

// setupBackup writes what the office has made into a file; a folder gets one with
// the day in its name. The kiosk may be open.
func setupBackup(c *call) func([]string) error {
	return func(args []string) (err error) {
		file, err := oneFile(args, "tungbuoc backup /media/usb")
		if err != nil {
			return err
		}
		if info, err := os.Stat(file); err == nil && info.IsDir() {
			file = filepath.Join(file, backup.Name(c.Now()))
		}
		ctx := context.Background()
		db, err := sqlite.Open(ctx, c.dataDir, c.Now, c.log)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, db.Close()) }()
		office := backup.Office{DB: db, DataDir: c.dataDir, Version: c.Version, Now: c.Now()}
		m, err := office.Save(ctx, file, onStick(file))
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]any{"file": file, "holds": m})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã sao lưu vào %s\n%s", file, held(m))
		return nil
	}
}

// onStick says whether a file is on a USB stick.
func onStick(file string) bool {
	path, err := filepath.Abs(file)
	return err == nil && slices.ContainsFunc(places.Sticks(), func(stick string) bool {
		return strings.HasPrefix(path, filepath.Clean(stick)+string(filepath.Separator))
	})
}

// setupRestore puts a backup in the place of what is in the data folder.
func setupRestore(c *call) func([]string) error {
	show := c.flags.Bool("show", false, "chỉ cho xem trong đó có gì, không khôi phục")
	return func(args []string) error {
		file, err := oneFile(args, "tungbuoc restore tung-buoc-sao-luu-20261130-0800.zip")
		if err != nil {
			return err
		}
		if *show {
			m, err := backup.Look(file)
			if err != nil {
				return err
			}
			if c.json {
				c.printJSON(m)
				return nil
			}
			fmt.Fprint(c.Stdout, held(m))
			return nil
		}
		done, err := backup.Restore(context.Background(), file, c.dataDir, c.Now, c.log)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(done)
			return nil
		}
		fmt.Fprintf(c.Stdout, "Đã khôi phục vào %s\n%s", c.dataDir, held(done.Manifest))
		if done.Kept != "" {
			fmt.Fprintf(c.Stdout, "Dữ liệu trước đó còn ở: %s\n", done.Kept)
		}
		fmt.Fprintln(c.Stdout, "Mã PIN không nằm trong bản sao lưu. Mời chạy: tungbuoc staff code, rồi chọn mã PIN trên kiosk.")
		return nil
	}
}

func held(m backup.Manifest) string {
	office := m.Office
	if office == "" {
		office = "chưa ghi tên xã, phường"
	}
	said := fmt.Sprintf("Bản sao lúc %s, %s: %d ngày có số liệu, %d đợt in, %d lần kiểm tra mã, %d bản thu âm.\n",
		m.Made, office, m.Days, m.Batches, m.Checks, m.Clips)
	if m.Notes+m.Words+m.Away+m.People == 0 { // earlier copies have not counted them
		return said + "Có cả ghi chú, câu riêng, chỗ đang ẩn, người làm việc và cài đặt, nếu cơ quan đã ghi.\n"
	}
	return said + fmt.Sprintf("Có cả %d ghi chú, %d câu riêng, %d chỗ đang ẩn, %d người làm việc và phần cài đặt.\n", m.Notes, m.Words, m.Away, m.People)
}

// oneFile takes the one word of a command, a file.
func oneFile(args []string, example string) (string, error) {
	if len(args) != 1 || args[0] == "" {
		return "", guide.Errorf(guide.CodeUsage, "Mời ghi một tệp, ví dụ: %s", example)
	}
	return args[0], nil
}
