package guide

import (
	"slices"
	"strings"
)

// Detail is one thing that an office says of itself and keeps in the program.
type Detail string

// The details.
const (
	DetailPlace Detail = "place"
	DetailName  Detail = "name"
	DetailHours Detail = "hours"
	DetailPhone Detail = "phone"
	DetailWiFi  Detail = "wifi"
)

// Details are all details, in the order in which staff look at them.
var Details = []Detail{DetailPlace, DetailName, DetailHours, DetailPhone, DetailWiFi}

// Label is the detail in a few words, as the trail has it.
func (d Detail) Label() string {
	return map[Detail]string{
		DetailPlace: "xã, phường", DetailName: "tên cơ quan", DetailHours: "giờ làm việc", DetailPhone: "điện thoại", DetailWiFi: "Wi-Fi",
	}[d]
}

// Needs is the role that may change the detail: what stands above every screen is
// the admin's, what changes with the day any clerk's.
func (d Detail) Needs() Role {
	if d == DetailPlace || d == DetailName {
		return RoleAdmin
	}
	return RoleClerk
}

// OfficeDetail is a detail as staff are writing it, and as residents see it.
type OfficeDetail struct {
	Name     Detail
	Draft    string // its lines
	Sequence int64  // of the draft: grows with every one that is kept, whatever the clock says
	Saved    string // YYYY-MM-DD HH:MM by the office's clock
	Who      string // of the office wrote last, "" where nobody is told apart
	Shown    string // what residents see, "" nothing
	Decided  bool   // somebody said that it is so, also that there is none
	Said     string // what office.yaml said when it was last taken in
}

// OfficeChange is one change of a detail that residents saw.
type OfficeChange struct {
	ID     int64 // the order in which they were made, whatever the clock says
	Made   string
	Who    string
	Name   Detail
	Before string
	After  string
}

// hiddenNetwork is the third line of a network that hides its name.
const hiddenNetwork = "hidden"

// Says is a detail of the office as lines of text: each line of its hours; of the
// network its name, its password, and whether it hides. "": it says nothing.
func (o Office) Says(d Detail) string {
	switch d {
	case DetailPlace:
		return o.Place
	case DetailName:
		return o.Name
	case DetailHours:
		return strings.Join(o.Hours, "\n")
	case DetailPhone:
		return o.Phone
	case DetailWiFi:
		if o.WiFi == nil {
			return ""
		}
		lines := []string{o.WiFi.Name, o.WiFi.Password, ""}
		if o.WiFi.Hidden {
			lines[2] = hiddenNetwork
		}
		return strings.TrimRight(strings.Join(lines, "\n"), "\n")
	}
	return ""
}

// Saying is the office with another text for a detail, in the lines of [Office.Says].
// What is wrong with it is left to [Office.Problems].
func (o Office) Saying(d Detail, text string) Office {
	switch d {
	case DetailPlace:
		o.Place = text
	case DetailName:
		o.Name = text
	case DetailHours:
		o.Hours = strings.Split(text, "\n")
	case DetailPhone:
		o.Phone = text
	case DetailWiFi:
		lines := append(strings.Split(text, "\n"), "", "")
		o.WiFi = &WiFi{Name: lines[0], Password: lines[1], Hidden: slices.Contains(lines[2:], hiddenNetwork)}
		if o.WiFi.Name == "" && o.WiFi.Password == "" {
			o.WiFi = nil
		}
	}
	return o.Tidy()
}
