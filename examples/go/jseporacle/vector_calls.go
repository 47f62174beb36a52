package jseporacle

import (
	"fmt"
	"io"
	"sort"
)

// VectorCall is a call of a case, what it must come to ("applied", or the name of an error), and the state after it.
type VectorCall struct {
	Input          map[string]any
	Outcome, State string
}

// Name returns the method, with the type of the description that is set.
func (call VectorCall) Name() string {
	description, _ := call.Input["description"].(map[string]any)
	sdpType, _ := description["type"].(string)
	return fmt.Sprintf("%v(%s)", call.Input["method"], sdpType)
}

// Calls returns the calls of a case. A real stack makes SDP of its own and runs its own tasks: the calls are made one after
// the other, each once the last is settled. A case that needs more than calls is left out, with the reason.
func (vector ConnectionVector) Calls() (calls []VectorCall, leftOut string) {
	if vector.After["b"] != nil {
		return nil, "two connections whose turns interleave"
	}
	if vector.Options["capabilities"] != nil {
		return nil, "capabilities of its own"
	}
	state := "stable"
	for _, step := range vector.Steps {
		last := len(calls) - 1
		switch step.Input["type"] {
		case "call":
			if last >= 0 && calls[last].Outcome == "" {
				return nil, "calls overlap"
			}
			calls = append(calls, VectorCall{Input: step.Input})
			last++
		case "failed", "gathered", "media", "send-encodings", "negotiation-needed":
			return nil, "the stack's own failures, candidates or media"
		}
		if step.SignalingState != "" {
			state = step.SignalingState
		}
		for _, effect := range step.Effects {
			switch effect := effect.(map[string]any); effect["type"] {
			case "return", "resolve":
				calls[last].Outcome = "applied"
			case "throw", "reject":
				calls[last].Outcome = effect["rejection"].(map[string]any)["error"].(string)
			}
		}
		if last >= 0 {
			calls[last].State = state
		}
	}
	for _, call := range calls {
		if call.Outcome == "" {
			return nil, "a call that close() leaves unsettled"
		}
	}
	return calls, ""
}

// TransceiverDifference compares what a stack shows of each transceiver with what is expected; what it does not show is
// not compared.
func TransceiverDifference(vector ConnectionVector, found []map[string]any) string {
	expected := vector.After["a"]["transceivers"].([]any)
	if len(found) != len(expected) {
		return fmt.Sprintf("transceivers: expected %d, found %d", len(expected), len(found))
	}
	for index, one := range expected {
		one := one.(map[string]any)
		for _, key := range []string{"kind", "mid", "direction", "currentDirection"} {
			value, shown := found[index][key]
			// Of a stopped one scripts see the direction "stopped", and the vectors have its slot.
			if shown && value != one[key] && !(key == "direction" && one["stopped"] == true) {
				return fmt.Sprintf("%s: expected %v, found %v", key, one[key], value)
			}
		}
	}
	return ""
}

// VectorResults counts what has become of the cases.
type VectorResults struct {
	passes, differ, leftOut int
	reasons                 map[string]int
}

// Add counts a case: where both are empty, it passes.
func (results *VectorResults) Add(difference, leftOut string) {
	if results.reasons == nil {
		results.reasons = map[string]int{}
	}
	switch {
	case leftOut != "":
		results.leftOut++
		results.reasons["left out: "+leftOut]++
	case difference != "":
		results.differ++
		results.reasons["differs: "+difference]++
	default:
		results.passes++
	}
}

// Print prints the counts, and returns whether a case differs.
func (results *VectorResults) Print(output io.Writer) (differ bool) {
	fmt.Fprintf(output, "%d cases pass, %d differ, %d are left out\n", results.passes, results.differ, results.leftOut)
	reasons := []string{}
	for reason := range results.reasons {
		reasons = append(reasons, reason)
	}
	sort.Slice(reasons, func(i, j int) bool {
		one, other := results.reasons[reasons[i]], results.reasons[reasons[j]]
		return one > other || one == other && reasons[i] < reasons[j]
	})
	for _, reason := range reasons {
		fmt.Fprintf(output, "%5d  %s\n", results.reasons[reason], reason)
	}
	return results.differ > 0
}
