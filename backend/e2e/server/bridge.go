package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"

	"tungbuoc/backend/desktop"
)

// bridge calls bound methods as Wails does: JSON arguments in, JSON result or
// the formatted error out.
type bridge struct{ objects map[string]any }

func (b *bridge) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	name := req.PathValue("method")
	method := reflect.ValueOf(b.objects[req.PathValue("object")]).MethodByName(name)
	if !method.IsValid() {
		http.NotFound(w, req)
		return
	}
	args, err := arguments(method.Type(), req.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	var result any
	for _, out := range method.Call(args) {
		if err, ok := out.Interface().(error); ok && err != nil {
			http.Error(w, desktop.FormatError(err).(string), http.StatusInternalServerError)
			return
		}
		if !out.Type().Implements(reflect.TypeFor[error]()) {
			result = out.Interface()
		}
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(result)
}

func arguments(t reflect.Type, body io.Reader) ([]reflect.Value, error) {
	var raw []json.RawMessage
	if err := json.NewDecoder(io.LimitReader(body, 1<<20)).Decode(&raw); err != nil {
		return nil, fmt.Errorf("decode arguments: %w", err)
	}
	if len(raw) != t.NumIn() {
		return nil, fmt.Errorf("%d arguments, want %d", len(raw), t.NumIn())
	}
	args := make([]reflect.Value, t.NumIn())
	for i := range args {
		v := reflect.New(t.In(i))
		if err := json.Unmarshal(raw[i], v.Interface()); err != nil {
			return nil, fmt.Errorf("decode argument %d: %w", i+1, err)
		}
		args[i] = v.Elem()
	}
	return args, nil
}

// script gives the page window.go and window.runtime as Wails would.
func (b *bridge) script(w http.ResponseWriter, _ *http.Request) {
	var s strings.Builder
	s.WriteString(bridgeScript)
	for object, value := range b.objects {
		t := reflect.TypeOf(value)
		for i := range t.NumMethod() {
			fmt.Fprintf(&s, "bind(%q, %q);\n", object, t.Method(i).Name)
		}
	}
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	_, _ = io.WriteString(w, s.String())
}

const bridgeScript = `
window.go = { desktop: {} };
const listeners = {};
window.runtime = {
  EventsOnMultiple(name, callback) { (listeners[name] ??= []).push(callback); return () => {}; },
  EventsOn(name, callback) { return this.EventsOnMultiple(name, callback, -1); },
  EventsOff(name) { delete listeners[name]; },
};
window.emitForTest = (name, ...data) => (listeners[name] ?? []).forEach((callback) => callback(...data));
function bind(object, method) {
  (window.go.desktop[object] ??= {})[method] = async (...args) => {
    const answer = await fetch('/call/' + object + '/' + method, { method: 'POST', body: JSON.stringify(args) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text.trim());
    return JSON.parse(text);
  };
}
`
