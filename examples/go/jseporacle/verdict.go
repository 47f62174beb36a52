package jseporacle

import (
	"fmt"
	"strings"
)

// Observed is what a stack did with a call, and how it stood after it.
type Observed struct {
	Outcome string // "applied", "rejected", or "unsettled" where it did not come to an end in time
	State   string
	Error   string // the name of a refusal's error
	// Specified: is that name the specification's? If not, only that it is a refusal is judged.
	Specified bool
	// Slots is the type of what each of the four slots holds, or "".
	Slots map[string]string
}

// Difference is one thing in which a stack did not do as the specification says. Its code is its kind and the
// provision, as in `refused-implicit-rollback`, the same as in jsep-machine/oracle.
type Difference struct{ Code, Expected, Observed string }

// Ask asks what must come of a call. The description is the argument of a set call; created is what createOffer(),
// createAnswer() or a call without SDP has made. The outcome is still "create" where it has made nothing, or nothing
// that may be set, for the reason in Rejection.
func (oracle *Oracle) Ask(session, method string, description *Description, created string) (Outcome, error) {
	switch method {
	case "close":
		return oracle.Close(session)
	case "createOffer":
		return oracle.OfferCreated(session, created)
	case "createAnswer":
		return oracle.AnswerCreated(session, created)
	case "setRemoteDescription":
		return oracle.SetRemoteDescription(session, description)
	}
	asked, err := oracle.SetLocalDescription(session, description)
	if err != nil || asked.Kind != "create" || created == "" {
		return asked, err
	}
	create := map[string]string{"offer": "createOffer", "answer": "createAnswer"}[asked.Type]
	if _, err = oracle.Ask(session, create, nil, created); err != nil {
		return Outcome{}, err
	}
	outcome, err := oracle.SetLocalDescription(session, description)
	if outcome.Rejection == nil {
		return outcome, err
	}
	asked.Rejection = outcome.Rejection
	return asked, err
}

// Provision is what of the specification a call exercises: the cell of the table where the state decides, legal or
// not; else the reason for the refusal.
func Provision(before Session, method string, description *Description, outcome Outcome) string {
	state := before.SignalingState
	if rejection := outcome.Rejection; rejection != nil && outcome.Kind != "create" && !decidedByState(rejection.Code) {
		if rejection.Code == "sdp-not-acceptable" && rejection.Rule != "" {
			return rejection.Code + "-" + strings.ToLower(rejection.Rule)
		}
		return rejection.Code
	}
	side := "remote"
	switch method {
	case "close":
		return "close-in-" + state
	case "createOffer":
		return "create-offer-in-" + state
	case "createAnswer":
		return "create-answer-in-" + state
	case "setLocalDescription":
		side = "local"
	}
	if outcome.RolledBack != nil {
		return "implicit-rollback"
	}
	given := Description{}
	if description != nil {
		given = *description
	}
	if given.Type == "" {
		given.Type = inferredType(state)
	}
	if side == "local" && given.Type != "rollback" && given.SDP == "" {
		return fmt.Sprintf("local-%s-without-sdp-in-%s", given.Type, state)
	}
	return fmt.Sprintf("%s-%s-in-%s", side, given.Type, state)
}

func decidedByState(code string) bool {
	return strings.HasSuffix(code, "-in-wrong-state") || strings.HasSuffix(code, "-from-pranswer")
}

// What setLocalDescription() means where it is not told.
func inferredType(state string) string {
	switch state {
	case "stable", "have-local-offer", "have-remote-pranswer":
		return "offer"
	}
	return "answer"
}

// Expected says in a word what must come of a call: the error, or that it is applied.
func (outcome Outcome) Expected() string {
	if outcome.Kind == "rejected" {
		return outcome.Rejection.Error
	}
	return "applied"
}

// String says in a word what came of a call: the error, or that it was applied.
func (observed Observed) String() string {
	if observed.Error != "" {
		return observed.Error
	}
	return observed.Outcome
}

// Differences are how what was observed differs from what must be. One fault is told once: a wrong outcome hides what
// follows from it, a wrong state the slots.
func Differences(provision string, outcome Outcome, observed Observed) []Difference {
	expected := outcome.Expected()
	switch {
	case observed.Outcome == "unsettled":
		return []Difference{{"unsettled-" + provision, expected, "unsettled"}}
	case observed.Outcome == "applied" && expected != "applied":
		return []Difference{{"applied-" + provision, expected, "applied"}}
	case observed.Outcome == "rejected" && expected == "applied":
		return []Difference{{"refused-" + provision, expected, observed.Error}}
	case outcome.Kind == "create":
		return []Difference{{"changed-sdp-" + provision, "an " + outcome.Type + " of its own making", outcome.made()}}
	}
	differences := []Difference{}
	if expected == "RTCError" { // a DOMException of the name OperationError
		expected = "OperationError"
	}
	if observed.Outcome == "rejected" && observed.Specified && observed.Error != expected {
		differences = append(differences, Difference{"wrong-error-" + provision, expected, observed.Error})
	}
	if state := outcome.Session.SignalingState; observed.State != state {
		return append(differences, Difference{"wrong-state-" + provision, state, observed.State})
	}
	var wanted, seen []string
	slots := outcome.Session.SlotTypes()
	for _, name := range SlotNames {
		if slots[name] != observed.Slots[name] {
			wanted, seen = append(wanted, slotText(name, slots)), append(seen, slotText(name, observed.Slots))
		}
	}
	if len(wanted) > 0 {
		difference := Difference{"wrong-slot-" + provision, strings.Join(wanted, ", "), strings.Join(seen, ", ")}
		differences = append(differences, difference)
	}
	return differences
}

// In a word, what a stack made that was to make an offer or an answer.
func (outcome Outcome) made() string {
	if outcome.Rejection == nil {
		return "nothing"
	}
	return outcome.Rejection.Code
}

// SlotNames are the four slots.
var SlotNames = []string{
	"pendingLocalDescription", "currentLocalDescription", "pendingRemoteDescription", "currentRemoteDescription",
}

// SlotTypes is the type of what each slot holds, or "".
func (session Session) SlotTypes() map[string]string {
	types := map[string]string{}
	for index, slot := range []*Description{
		session.PendingLocalDescription, session.CurrentLocalDescription,
		session.PendingRemoteDescription, session.CurrentRemoteDescription,
	} {
		if slot != nil {
			types[SlotNames[index]] = slot.Type
		}
	}
	return types
}

func slotText(name string, types map[string]string) string {
	if types[name] == "" {
		return name + " null"
	}
	return name + " " + types[name]
}

// Place tells one place in a walk over all states from another: state, slots, and whether something is created.
func (session Session) Place() string {
	if session.SignalingState == "closed" {
		return "closed"
	}
	created := []bool{session.LastCreatedOffer != "", session.LastCreatedAnswer != ""}
	return fmt.Sprint(session.SignalingState, session.SlotTypes(), created)
}
