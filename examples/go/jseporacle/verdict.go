package jseporacle

// Observed is what a stack did with a call. What is left out is not compared.
type Observed struct {
	Outcome        string                  `json:"outcome"` // "applied", "rejected", or "unsettled" if the call did not end in time
	SignalingState string                  `json:"signalingState"`
	Error          *ErrorName              `json:"error,omitempty"` // of a rejected call, if the name is one of the specification's
	Created        *Description            `json:"created,omitempty"`
	Slots          map[string]*Description `json:"slots,omitempty"`
}

// ErrorName is an error's name.
type ErrorName struct {
	Name string `json:"name"`
}

// Judgement is what the oracle says of a call. Session is where the stack really is after it.
type Judgement struct {
	Conforms    bool
	Differences []Difference
	Step        Step
	Session     Session
}

// Difference is one thing in which a stack did not do as the specification says. The provision is the part of the
// specification that the call exercises; the code is the kind and the provision, as in `refused-implicit-rollback`.
type Difference struct{ Kind, Provision, Code, Message, Expected, Observed string }

// Step is the rest of a judgement.
type Step struct {
	Verdict   string // "conforms", "illegal-call" (rightly refused), "divergence", "known-deviation", "unjudged"
	Provision string
	Expected  struct{ Outcome, Error, SignalingState string }
	Code, Why string
}

// String returns the outcome, or the name of the error.
func (observed Observed) String() string {
	if observed.Error != nil {
		return observed.Error.Name
	}
	return observed.Outcome
}

// expected returns "applied", or the name of the expected error.
func (step Step) expected() string {
	if step.Expected.Error != "" {
		return step.Expected.Error
	}
	return "applied"
}

// An RTCError is a DOMException whose name is OperationError: a stack without DOMExceptions returns that.
func (difference Difference) isRTCError() bool {
	return difference.Expected == "RTCError" && difference.Observed == "OperationError"
}

// SlotNames are the four slots.
var SlotNames = []string{
	"pendingLocalDescription", "currentLocalDescription", "pendingRemoteDescription", "currentRemoteDescription",
}

// Slots returns what the slots hold.
func (session Session) Slots() map[string]*Description {
	return map[string]*Description{
		SlotNames[0]: session.PendingLocalDescription, SlotNames[1]: session.CurrentLocalDescription,
		SlotNames[2]: session.PendingRemoteDescription, SlotNames[3]: session.CurrentRemoteDescription,
	}
}
