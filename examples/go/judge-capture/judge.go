package main

import (
	"strings"

	"example/jsep/jseporacle"
)

// judgeCall returns what is wrong with a call, or "". Afterwards the oracle's session is in Chromium's state.
func judgeCall(oracle *jseporacle.Oracle, connection string, call call) (string, error) {
	judgement, err := oracle.Judge(connection, call.method, call.argument, call.observed())
	step := judgement.Step
	switch kinds := kindsOf(judgement); {
	case err != nil || strings.HasPrefix(call.method, "create") || step.Verdict == "conforms":
		return "", err
	case step.Verdict == "illegal-call":
		return "ILLEGAL CALL  " + step.Code + ": " + step.Why, nil
	case kinds["refused"]:
		return "MUST BE APPLIED", nil
	case kinds["applied"]:
		return "MUST BE REFUSED  " + step.Code + ": " + step.Why, nil
	}
	return step.Why, nil
}

func kindsOf(judgement jseporacle.Judgement) map[string]bool {
	kinds := map[string]bool{}
	for _, difference := range judgement.Differences {
		kinds[difference.Kind] = true
	}
	return kinds
}

func (call call) observed() jseporacle.Observed {
	observed := jseporacle.Observed{Outcome: "rejected", SignalingState: call.state}
	if !call.applied {
		return observed
	}
	observed.Outcome = "applied"
	switch {
	case strings.HasPrefix(call.method, "create"):
		observed.Created = call.result
	case call.argument == nil && call.result != nil && call.result.Type == "answer": // what the call created and set
		observed.Slots = map[string]*jseporacle.Description{"currentLocalDescription": call.result}
	case call.argument == nil && call.result != nil:
		observed.Slots = map[string]*jseporacle.Description{"pendingLocalDescription": call.result}
	}
	return observed
}
