package search

import (
	"testing"

	"tungbuoc/backend/guide"
)

func TestBesideFindsWhatIsInNoIndex(t *testing.T) {
	own := []*guide.Service{{Key: "cua-xa-giay-to-1", Title: "Mượn hội trường thôn"}, {Key: "cua-xa-giay-to-2", Title: "Đăng ký dọn rác"}}
	for query, want := range map[string]string{
		"hội trường": "cua-xa-giay-to-1", "hoi truong": "cua-xa-giay-to-1", "HOI TRU": "cua-xa-giay-to-1", "muon thon": "cua-xa-giay-to-1",
		"dọn rác": "cua-xa-giay-to-2", "don ra": "cua-xa-giay-to-2",
		"h": "", "": "", "!!": "", "hội trường huyện": "", "khai sinh": "",
	} {
		got := ""
		if hits := Beside(query, own); len(hits) > 0 {
			got = hits[0].Key
		}
		if got != want {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}
