package main

import (
	"encoding/json"
	"fmt"
	"reflect"

	"example/jsep/jseporacle"
)

// failureOf returns what is wrong with a case, or "". An error means that it could not be run.
func failureOf(vector jseporacle.ConnectionVector, newMachine func(name string) (machine, error)) (failure string, err error) {
	machines := map[string]machine{}
	for name := range vector.After {
		if machines[name], err = newMachine(name); err != nil {
			return "", err
		}
		defer machines[name].drop()
	}
	for index, step := range vector.Steps {
		machine := machines[step.Peer]
		effects, err := machine.step(step.Input)
		if err != nil {
			return "", err
		}
		if !agree(step.Effects, effects) {
			return fmt.Sprintf("step %d: expected %s, found %s", index+1, inJSON(step.Effects), inJSON(effects)), nil
		}
		if step.SignalingState == "" {
			continue
		}
		seen, err := machine.seen()
		if err != nil {
			return "", err
		}
		if seen["signalingState"] != step.SignalingState {
			return fmt.Sprintf("step %d: the state is not %s", index+1, step.SignalingState), nil
		}
	}
	for name, machine := range machines {
		seen, err := machine.seen()
		if err != nil {
			return "", err
		}
		if !reflect.DeepEqual(seen, vector.After[name]) {
			return fmt.Sprintf("%s at the end: expected %s, found %s", name, inJSON(vector.After[name]), inJSON(seen)), nil
		}
	}
	return "", nil
}

// agree compares effects. Of a rejection the vectors have no message: only what they mention is compared.
func agree(expected, found []any) bool {
	if len(expected) != len(found) {
		return false
	}
	for index := range expected {
		one, other := expected[index].(map[string]any), found[index].(map[string]any)
		for key := range other {
			if _, mentioned := one[key]; !mentioned {
				return false
			}
		}
		for key, member := range one {
			if key == "rejection" {
				actual, _ := other[key].(map[string]any)
				for name, value := range member.(map[string]any) {
					if !reflect.DeepEqual(actual[name], value) {
						return false
					}
				}
			} else if !reflect.DeepEqual(other[key], member) {
				return false
			}
		}
	}
	return true
}

// inJSON returns a value on one line.
func inJSON(value any) string {
	text, _ := json.Marshal(value) // it was read from JSON
	return string(text)
}
