package safefile_test

import (
	"strings"
	"testing"

	"tungbuoc/backend/safefile"
)

func TestTable(t *testing.T) {
	var b strings.Builder
	err := safefile.Table(&b, [][]string{{"Lời", "Số lần"}, {"giấy phép, sổ", "7"}, {"=1+1", "-2"}})
	if want := "\ufeffLời,Số lần\r\n\"giấy phép, sổ\",7\r\n'=1+1,'-2\r\n"; err != nil || b.String() != want {
		t.Errorf("%q, %v", b.String(), err)
	}
}
