package desk_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"tungbuoc/backend/desk"
	"tungbuoc/backend/guide"
)

// Whatever one person does, in any order: residents never read a sentence or a number
// that is not the province's, or that another person has not agreed on. Of a number
// they may be told to ask.
func TestOnePersonAddsNothing(t *testing.T) {
	o := mustOpenOffice(t)
	ctx := t.Context()
	targets := []string{step, "khai-sinh/giay-chung-sinh", "flow toi-quay/lay-so", fee, "khai-sinh#hotline", order, whom, drawing, undrawn, ownOne}
	asked := map[string]bool{}
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 16))
		done := ""
		for range 12 {
			e, target := o.editor(), targets[random.IntN(len(targets))]
			e.Pack = asking()
			e.Pack.Services[0].Steps[1].Screen = drawn().Services[0].Steps[1].Screen
			d := desk.Desk{Store: o.db, Pack: e.Pack, Who: e.Who}
			v, err := e.Place(ctx, target)
			if err != nil {
				t.Fatal(err)
			}
			sequence := v.Sequence + int64(random.IntN(3)) - 1
			act := random.IntN(10)
			switch act {
			case 0, 1:
				text := desk.Text{Say: fmt.Sprintf("Gõ câu %d.", random.IntN(100)), More: "Mang đơn của thôn."}
				if guide.IsFact(target) {
					text.Source, text.Dated = "Nghị quyết", "2026-07-01"
				}
				if guide.IsScreen(target) {
					text = desk.Text{Say: fmt.Sprintf("title: Tờ khai mẫu %d", random.IntN(100))}
				}
				if target == undrawn {
					text.Say = copyOf(t, e) + "\n" + text.Say
				}
				if guide.IsOrder(target) {
					ids := strings.Fields(v.Before.Say)
					random.Shuffle(3, func(i, j int) { ids[i+1], ids[j+1] = ids[j+1], ids[i+1] })
					text.Say = strings.Join(ids, " ")
				}
				if guide.IsWhen(target) {
					text.Say = []string{guide.Everybody, "who=me", "who=dad|other", "who="}[random.IntN(4)]
				}
				_, _ = e.Save(ctx, target, text, v.Sequence+1)
			case 2:
				if _, err := e.Ask(ctx, target, sequence); err == nil {
					asked[target] = true
				}
			case 3:
				_ = e.Agree(ctx, target, sequence, o.eyes(lanID, pin))
			case 4:
				_ = e.Return(ctx, target, sequence)
			case 5:
				_ = e.Drop(ctx, target)
			case 6:
				_, _ = e.List(ctx)
			case 7:
				_, _ = d.TakeAway(ctx, target)
			case 8:
				_, _ = d.BringBack(ctx, target)
			case 9:
				_, _ = e.NewOwn(ctx, "giay-to")
			}
			done += fmt.Sprint(act, target, " ")
			for _, target := range targets {
				if target == ownOne {
					if o.own(t, e.Pack) != "" {
						t.Fatalf("seed %d: residents see a service of one person after %s", seed, done)
					}
					continue
				}
				place, err := e.Pack.WordingPlace(target)
				if err != nil {
					t.Fatal(err)
				}
				// Of an order the place has the steps one after the other, as they are walked; of for whom one is, the condition.
				if got := o.read(t, e.Pack, target); got != strings.Join(place.Texts, " ") && (target != fee || got != guide.AskStaff) {
					t.Fatalf("seed %d: residents read %q after %s", seed, got, done)
				}
			}
		}
	}
	if len(asked) != len(targets) {
		t.Errorf("only %v came as far as to a second person", asked)
	}
}
