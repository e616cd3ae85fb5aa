//go:build unix

package main

import "testing"

func TestDataOf(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want string
	}{
		{nil, ""},
		{[]string{"search", "npc"}, ""},
		{[]string{"doctor", "--data", "/d"}, "/d"},
		{[]string{"--data=/d", "doctor", "--json"}, "/d"},
		{[]string{"search", "--", "--data=/d"}, ""},
		{[]string{"doctor", "--data"}, ""},
	} {
		if got := dataOf(tt.args); got != tt.want {
			t.Errorf("%q: %q", tt.args, got)
		}
	}
}

func TestOpening(t *testing.T) {
	for _, tt := range []struct {
		args []string
		want open
		ok   bool
	}{
		{nil, open{}, true},
		{[]string{"--window"}, open{window: true}, true},
		{[]string{"--data", "/d"}, open{data: "/d"}, true},
		{[]string{"--data=/d", "--window"}, open{data: "/d", window: true}, true},
		{[]string{"--data"}, open{}, false},
		{[]string{"--data", ""}, open{}, false},
		{[]string{"--data="}, open{}, false},
		{[]string{"--help"}, open{}, false},
		{[]string{"--version"}, open{}, false},
		{[]string{"--json"}, open{}, false},
		{[]string{"search", "npc"}, open{}, false},
		{[]string{"--data", "/d", "search", "npc"}, open{}, false},
		{[]string{"--windows"}, open{}, false},
		{[]string{"--"}, open{}, false},
		{[]string{""}, open{}, false},
	} {
		if got, ok := opening(tt.args); got != tt.want || ok != tt.ok {
			t.Errorf("%q: %+v, %v", tt.args, got, ok)
		}
	}
}
