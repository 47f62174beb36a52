package main

import (
	"encoding/json"
	"strings"

	"example/jsep/jseporacle"
)

// An entry of a connection's log. Most values are JSON in a string.
type entry struct{ Type, Value string }

// A logged call, how it ended, and the last signaling state in the log before its end.
type call struct {
	method   string
	argument *jseporacle.Description // nil if the call had no argument
	applied  bool
	result   *jseporacle.Description // what was created, or what a call without an argument set
	state    string
}

func (call call) did() string {
	if call.applied {
		return "applied"
	}
	return "refused"
}

// description returns what was set.
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

// callsOf returns the calls in a log, on the assumption that a call is settled before the next call of its method.
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

// described returns the description that a value holds, or nil.
func described(value string) *jseporacle.Description {
	description := jseporacle.Description{}
	if json.Unmarshal([]byte(value), &description) != nil || description.Type == "" {
		return nil
	}
	return &description
}
