package desk

import (
	"context"
	"slices"
	"strings"

	"tungbuoc/backend/guide"
)

// settingPutOff keeps which questions of the set-up an admin has put off.
const settingPutOff = "setup_put_off"

// SetupSteps are the questions of the set-up, as the pages call them.
var SetupSteps = []string{"commune", "hours", "phone", "wifi", "people"}

// PutOff takes note that an admin answers a question of the set-up later: it is not
// asked again at the next opening, and stays among what is to be done today. Errors:
// CodeInvalid, CodeStorage, CodeDiskFull.
func (c *Commune) PutOff(ctx context.Context, step string) error {
	if !slices.Contains(SetupSteps, step) {
		return guide.Errorf(guide.CodeInvalid, "Chưa lưu được. Mời thử lại.")
	}
	put, err := c.putOff(ctx)
	if err != nil || slices.Contains(put, step) {
		return err
	}
	return c.store.SetSetting(ctx, settingPutOff, strings.Join(append(put, step), " "))
}

// putOff are the questions that were put off.
func (c *Commune) putOff(ctx context.Context) ([]string, error) {
	kept, err := c.store.Setting(ctx, settingPutOff)
	put := strings.Fields(kept)
	if put == nil {
		put = []string{}
	}
	return put, err
}

// Missing are the details without which residents come in vain or cannot call, as far
// as somebody of that role may write them. Errors: CodeStorage.
func (c *Commune) Missing(ctx context.Context, role guide.Role) ([]guide.Detail, error) {
	list, err := c.store.OfficeDetails(ctx)
	missing := []guide.Detail{}
	for _, name := range []guide.Detail{guide.DetailPlace, guide.DetailHours, guide.DetailPhone} {
		if role.May(name.Needs()) && !find(list, name).Decided {
			missing = append(missing, name)
		}
	}
	return missing, err
}
