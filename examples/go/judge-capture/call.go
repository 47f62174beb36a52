package main

import (
	"encoding/json"
	"strings"

	"example/jsep/jseporacle"
)

// An entry of a connection's log. Most values are JSON in a string.
type entry struct{ Type, Value string }

// A logged call, how it ended, and the signaling state that was seen last.
type call struct {
	method   string
	argument *jseporacle.Description // nil where there was none
	applied  bool
	result   *jseporacle.Description // what was created, or set by a call without an argument
	state    string
}

func (call call) did() string {
	if call.applied {
		return "applied"
	}
	return "refused"
}

// description is what was set.
func (call call) description() jseporacle.Description {
	switch {
	case strings.HasPrefix(call.method, "create"):
		return jseporacle.Description{}
	case call.argument != nil:
		return *call.argument
	case call.result != nil:
		return *call.result
	}
	return jseporacle.Description{}
}

// callsOf gives the calls in a log. Each is taken to be settled before the next one of its method.
func callsOf(log []entry) []call {
	calls, state := []call{}, "stable"
	open := map[string]*jseporacle.Description{}
	for _, entry := range log {
		method := strings.TrimSuffix(strings.TrimSuffix(entry.Type, "OnSuccess"), "OnFailure")
		argument, called := open[method]
		switch {
		case entry.Type == "onsignalingstatechange":
			_ = json.Unmarshal([]byte(entry.Value), &state)
		case method == entry.Type && (strings.HasPrefix(method, "create") || strings.HasPrefix(method, "set")):
			open[method] = described(entry.Value)
		case method != entry.Type && called: // a description that cannot be parsed is logged as a failure only
			delete(open, method)
			applied := strings.HasSuffix(entry.Type, "OnSuccess")
			calls = append(calls, call{method, argument, applied, described(entry.Value), state})
		}
	}
	return calls
}

// The description that a value holds, or nil.
func described(value string) *jseporacle.Description {
	description := jseporacle.Description{}
	if json.Unmarshal([]byte(value), &description) != nil || description.Type == "" {
		return nil
	}
	return &description
}
