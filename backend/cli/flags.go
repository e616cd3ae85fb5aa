package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/pflag"

	"tungbuoc/backend/guide"
)

// misused says in Vietnamese what is wrong with the flags of a command.
func misused(err error) string {
	var (
		unknown *pflag.NotExistError
		bare    *pflag.ValueRequiredError
		value   *pflag.InvalidValueError
		syntax  *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		return fmt.Sprintf("Lệnh viết chưa đúng: không có tùy chọn %s.", dashed(unknown.GetSpecifiedName(), unknown.GetSpecifiedShortnames()))
	case errors.As(err, &bare):
		return fmt.Sprintf("Lệnh viết chưa đúng: sau %s cần có một giá trị.", dashed(bare.GetSpecifiedName(), bare.GetSpecifiedShortnames()))
	case errors.As(err, &value):
		return guide.Sentence("Lệnh viết chưa đúng: giá trị %q không dùng được cho --%s.", value.GetValue(), value.GetFlag().Name)
	case errors.As(err, &syntax):
		return guide.Sentence("Lệnh viết chưa đúng: tùy chọn %q.", syntax.GetSpecifiedFlag())
	}
	return "Lệnh viết chưa đúng."
}

// dashed writes a flag as people typed it.
func dashed(name, shorts string) string {
	if shorts != "" || len([]rune(name)) == 1 {
		return "-" + name
	}
	return "--" + name
}
