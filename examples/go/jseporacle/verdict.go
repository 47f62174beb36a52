package jseporacle

import (
	"fmt"
	"strings"
)

// Observed is what a stack did with a call, and its state afterwards.
type Observed struct {
	Outcome string // "applied", "rejected", or "unsettled" if the call did not end in time
	State   string
	Error   string // the name of the error of a rejected call
	// Specified: is that name one of the specification's? If not, only the refusal is judged, not its error.
	Specified bool
	// Slots is the type of the description in each of the four slots, or "".
	Slots map[string]string
}

// Difference is one thing in which a stack did not do as the specification says. The provision is the part of the
// specification that the call exercises, named as in jsep-machine/oracle.
type Difference struct{ Kind, Provision, Expected, Observed string }

// Code is the kind and the provision, as in `refused-implicit-rollback`.
func (difference Difference) Code() string {
	return difference.Kind + "-" + difference.Provision
}

// Ask returns what a call must do. The description is the argument of a set call; created is the SDP that createOffer(),
// createAnswer() or a call without SDP created. The outcome's kind is still "create" if the stack created nothing, or SDP
// that may not be set; Rejection says why.
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

// Provision returns the part of the specification that a call exercises: the state and the call where the state decides,
// legal or not; else the reason for the refusal.
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

// The type of a local description without a type.
func inferredType(state string) string {
	switch state {
	case "stable", "have-local-offer", "have-remote-pranswer":
		return "offer"
	}
	return "answer"
}

// Expected returns "applied", or the name of the expected error.
func (outcome Outcome) Expected() string {
	if outcome.Kind == "rejected" {
		return outcome.Rejection.Error
	}
	return "applied"
}

// String returns the outcome, or the name of the error.
func (observed Observed) String() string {
	if observed.Error != "" {
		return observed.Error
	}
	return observed.Outcome
}

// Differences returns what differs. A fault is reported once: slots are compared only if the outcome and the state are
// right.
func Differences(provision string, outcome Outcome, observed Observed) []Difference {
	expected := outcome.Expected()
	switch {
	case observed.Outcome == "unsettled":
		return []Difference{{"unsettled", provision, expected, "unsettled"}}
	case observed.Outcome == "applied" && expected != "applied":
		return []Difference{{"applied", provision, expected, "applied"}}
	case observed.Outcome == "rejected" && expected == "applied":
		return []Difference{{"refused", provision, expected, observed.Error}}
	case outcome.Kind == "create":
		return []Difference{{"changed-sdp", provision, "an " + outcome.Type + " that the stack created", outcome.created()}}
	}
	differences := []Difference{}
	if expected == "RTCError" { // a DOMException whose name is OperationError
		expected = "OperationError"
	}
	if observed.Outcome == "rejected" && observed.Specified && observed.Error != expected {
		differences = append(differences, Difference{"wrong-error", provision, expected, observed.Error})
	}
	if state := outcome.Session.SignalingState; observed.State != state {
		return append(differences, Difference{"wrong-state", provision, state, observed.State})
	}
	var wanted, seen []string
	slots := outcome.Session.SlotTypes()
	for _, name := range SlotNames {
		if slots[name] != observed.Slots[name] {
			wanted, seen = append(wanted, slotText(name, slots)), append(seen, slotText(name, observed.Slots))
		}
	}
	if len(wanted) > 0 {
		difference := Difference{"wrong-slot", provision, strings.Join(wanted, ", "), strings.Join(seen, ", ")}
		differences = append(differences, difference)
	}
	return differences
}

// What a stack created that had to create an offer or an answer.
func (outcome Outcome) created() string {
	if outcome.Rejection == nil {
		return "nothing"
	}
	return outcome.Rejection.Code
}

// SlotNames are the four slots.
var SlotNames = []string{
	"pendingLocalDescription", "currentLocalDescription", "pendingRemoteDescription", "currentRemoteDescription",
}

// SlotTypes returns the type of the description in each slot, or "".
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

// Place identifies a place in a walk over all states: state, slots, and whether something is created.
func (session Session) Place() string {
	if session.SignalingState == "closed" {
		return "closed"
	}
	created := []bool{session.LastCreatedOffer != "", session.LastCreatedAnswer != ""}
	return fmt.Sprint(session.SignalingState, session.SlotTypes(), created)
}
