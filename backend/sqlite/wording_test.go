package sqlite_test

import (
	"testing"

	"tungbuoc/backend/guide"
)

// Whatever the layers above think: a row that one person stands for alone is not kept,
// of a sentence, of a number, of an order, of for whom a step is.
func TestNobodyAgreesAlone(t *testing.T) {
	for _, target := range []string{"khai-sinh/ten-chau", "khai-sinh#fee", "khai-sinh#order", "khai-sinh/ten-chau#when"} {
		db := mustOpen(t, t.TempDir())
		ctx := t.Context()
		d := guide.WordingDraft{Wording: guide.Wording{Target: target, Say: "lời mới", Author: "Lan"}, Sequence: 1, AuthorID: 1}
		if _, kept, err := db.SaveWording(ctx, d); err != nil || !kept {
			t.Fatal(err)
		}
		if err := db.AskWording(ctx, target, 1, true); err != nil {
			t.Fatal(err)
		}
		for _, approver := range []string{"Lan", ""} {
			if err := db.AgreeOnWording(ctx, guide.Wording{Target: target, Approver: approver}, 2); guide.ErrorCode(err) != guide.CodeStorage {
				t.Errorf("%s, %q: %v", target, approver, err)
			}
		}
		if all, err := db.Wordings(ctx); err != nil || len(all) != 0 {
			t.Errorf("%s: %+v, %v", target, all, err)
		}
		if err := db.AgreeOnWording(ctx, guide.Wording{Target: target, Approver: "Tú"}, 2); err != nil {
			t.Errorf("%s, two people: %v", target, err)
		}
	}
}
