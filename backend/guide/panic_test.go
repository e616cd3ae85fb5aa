package guide_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/guide"
)

func TestRecover(t *testing.T) {
	work := func(fails bool) (err error) {
		defer guide.Recover(&err, "Máy gặp lỗi.")
		if fails {
			panic("boom")
		}
		return nil
	}
	if err := work(false); err != nil {
		t.Error(err)
	}
	err := work(true)
	if guide.ErrorCode(err) != guide.CodeInternal || guide.Message(err) != "Máy gặp lỗi." || !strings.Contains(err.Error(), "boom") || !strings.Contains(err.Error(), "panic_test.go") {
		t.Errorf("%v", err)
	}
}
