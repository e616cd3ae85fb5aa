package cli

import (
	"context"
	"fmt"
	"time"

	"tungbuoc/backend/guide"
	"tungbuoc/backend/sqlite"
	"tungbuoc/backend/staff"
)

// setupStaffCode shows the code with which the first PIN is chosen.
func setupStaffCode(c *call) func([]string) error {
	return c.withSetup(func(ctx context.Context, db *sqlite.DB, s *staff.Setup) (string, error) {
		gate := staff.NewGate(db, s, staff.NewClock(c.Now), c.log)
		switch has, err := gate.HasPIN(ctx); {
		case err != nil:
			return "", err
		case has:
			return "", guide.Errorf(guide.CodeDenied, "Kiosk đã có mã PIN. Nếu quản trị quên mã và mất cả mã khôi phục, mời chạy: tungbuoc staff reset")
		}
		return s.Code()
	})
}

// setupStaffReset takes the forgotten PINs of the admins away. Whoever can run it could read
// and write the data folder anyway.
func setupStaffReset(c *call) func([]string) error {
	return c.withSetup(func(ctx context.Context, db *sqlite.DB, s *staff.Setup) (string, error) {
		return staff.Reset(ctx, db, s)
	})
}

// withSetup opens the database, does something that gives the set-up code, and
// shows the code. The kiosk may be open.
func (c *call) withSetup(do func(context.Context, *sqlite.DB, *staff.Setup) (string, error)) func([]string) error {
	return func(args []string) (err error) {
		if err := noArgs(args); err != nil {
			return err
		}
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		db, err := sqlite.Open(ctx, c.dataDir, c.Now, c.log)
		if err != nil {
			return err
		}
		defer func() {
			if cerr := db.Close(); err == nil {
				err = cerr
			}
		}()
		setup := staff.NewSetup(c.dataDir)
		code, err := do(ctx, db, setup)
		if err != nil {
			return err
		}
		if c.json {
			c.printJSON(map[string]string{"code": code, "file": setup.Path()})
			return nil
		}
		fmt.Fprintf(c.Stdout, "Mã cài đặt: %s\nTrên kiosk, mời chạm “Dành cho cán bộ”, nhập mã này, rồi chọn mã PIN.\n"+
			"Mã chỉ dùng cho kiosk có thư mục dữ liệu này: %s\n", staff.Spaced(code), c.dataDir)
		return nil
	}
}
