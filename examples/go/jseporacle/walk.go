package jseporacle

import "fmt"

const depth = 5 // calls in a path

// Judged is a judged call. A call with several differences gives one for each of them.
type Judged struct {
	Provision    string   `json:"provision"`
	Verdict      string   `json:"verdict"` // "pass", "deviation", "not-implemented"
	Code         *string  `json:"code"`
	Kind         *string  `json:"kind"`
	Expected     string   `json:"expected"`
	Observed     string   `json:"observed"`
	Reproduction []string `json:"reproduction"`
}

func passed(all []Judged) bool {
	return len(all) == 1 && all[0].Verdict == "pass"
}

type walk struct {
	oracle  *Oracle
	stack   Stack
	foreign map[string]string
	report  func(Judged)
	seen    map[string]bool
}

// Walk judges a stack in every signaling state that it reaches while it conforms. The walk is breadth first. It tries
// every call, legal or not, in every state, on a fresh pair of peer connections that the shortest path has led to that
// state: so each reproduction is minimal. A call that does not conform leads no further.
func Walk(oracle *Oracle, stack Stack, report func(Judged)) error {
	foreign, err := stack.foreignDescriptions()
	if err != nil {
		return err
	}
	walk := walk{oracle, stack, foreign, report, map[string]bool{}}
	for paths := [][]call{{}}; len(paths) > 0; paths = paths[1:] {
		path := paths[0]
		for _, call := range calls {
			leadsOn, err := walk.tryAfter(path, call)
			if err != nil {
				return err
			}
			if leadsOn && len(path)+1 < depth {
				paths = append(paths, append(path[:len(path):len(path)], call))
			}
		}
	}
	return nil
}

// tryAfter tries a call on a fresh pair after the calls of a path. It returns whether the call leads to a new place.
func (walk walk) tryAfter(path []call, last call) (leadsOn bool, err error) {
	pair, err := newPair(walk.oracle, walk.stack, walk.foreign)
	if err != nil {
		return false, err
	}
	reproduction := []string{}
	for _, call := range path {
		reproduction = append(reproduction, "a."+call.text)
		if all, err := walk.try(pair, call); err != nil || !passed(all) {
			return false, fmt.Errorf("%v: the second time the result differs: %v", reproduction, err)
		}
	}
	walk.seen[pair.session.place()] = true
	all, err := walk.try(pair, last)
	if err != nil {
		return false, err
	}
	for _, judged := range all {
		judged.Reproduction = append(reproduction, "a."+last.text)
		walk.report(judged)
	}
	place := pair.session.place()
	if passed(all) && !walk.seen[place] {
		walk.seen[place], leadsOn = true, true
	}
	return leadsOn, pair.close(walk.oracle)
}

// try makes a call and judges it. It returns nothing if there is nothing to set.
func (walk walk) try(pair *pair, call call) ([]Judged, error) {
	description, err := call.argument(pair)
	if err == errNothingCreated {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("b cannot create the argument of a.%s: %w", call.text, err)
	}
	method := call.method()
	observed := walk.stack.observe(pair.a, method, description)
	offered := observed != nil
	if !offered { // nothing was called: as if it had been refused, without a word
		observed = &Observed{Outcome: "rejected", SignalingState: pair.session.SignalingState}
	}
	judgement, err := walk.oracle.Judge("a", method, description, *observed)
	if err != nil {
		return nil, err
	}
	pair.session = judgement.Session
	provision, expected := judgement.Step.Provision, judgement.Step.expected()
	if !offered && provision == "connection-closed" {
		return nil, nil // on a closed connection, the refusal says nothing about the method
	}
	if !offered {
		missing := ErrNotOffered.Error()
		return []Judged{{Provision: provision, Verdict: "not-implemented", Expected: expected, Observed: missing}}, nil
	}
	all := []Judged{}
	for _, difference := range judgement.Differences {
		if difference.isRTCError() {
			continue
		}
		code, kind := difference.Code, difference.Kind
		all = append(all, Judged{provision, "deviation", &code, &kind, difference.Expected, difference.Observed, nil})
	}
	if len(all) > 0 {
		return all, nil
	}
	if description != nil && observed.Outcome == "applied" {
		if err := pair.keepBInStep(method, *description); err != nil {
			return nil, fmt.Errorf("b cannot follow a.%s: %w", call.text, err)
		}
	}
	return []Judged{{provision, "pass", nil, nil, expected, observed.String(), nil}}, nil
}

// place identifies a place in a walk over all states: state, slots, and whether something is created.
func (session Session) place() string {
	if session.SignalingState == "closed" {
		return "closed"
	}
	types := []string{}
	for _, name := range SlotNames {
		if slot := session.Slots()[name]; slot != nil {
			types = append(types, name+" "+slot.Type)
		}
	}
	return fmt.Sprint(session.SignalingState, types, session.LastCreatedOffer != "", session.LastCreatedAnswer != "")
}
