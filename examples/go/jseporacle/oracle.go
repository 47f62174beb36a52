// Package jseporacle is a client of `jsep-machine serve`, the WebRTC signaling oracle: standard library only, to be
// copied.
//
//	oracle, err := jseporacle.Start()
//	...
//	defer oracle.Stop()
//	err = oracle.Create("a", nil)
//	outcome, err := oracle.SetRemoteDescription("a", &jseporacle.Description{Type: "answer", SDP: sdp})
//	fmt.Println(outcome.Rejection.Code) // answer-in-wrong-state
package jseporacle

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
)

// Description is a session description. An empty Type or SDP is left out of a request.
type Description struct {
	Type string `json:"type,omitempty"`
	SDP  string `json:"sdp,omitempty"`
}

// Session is the state and the descriptions of a peer connection.
type Session struct {
	SignalingState           string
	PendingLocalDescription  *Description
	CurrentLocalDescription  *Description
	PendingRemoteDescription *Description
	CurrentRemoteDescription *Description
	LastCreatedOffer         string // "" if no offer has been created
	LastCreatedAnswer        string
}

// Outcome is what a call must do.
type Outcome struct {
	Kind        string       // "applied", "rejected", or "create": create the offer or answer, report it, and set again
	Session     Session      // after the call
	Effects     []Effect     // those of RolledBack come before them
	RolledBack  *RolledBack  // of "applied" and "rejected": an implicit rollback that came first
	Description *Description // of "applied": what was set
	Rejection   *Rejection   // of "rejected"
	Type        string       // of "create": "offer" or "answer"
}

// RolledBack is an implicit rollback: the session between the rollback and the offer, and the rollback's effects.
type RolledBack struct {
	Session Session
	Effects []Effect
}

// Effect is something that the stack must do after a call, such as fire signalingstatechange.
type Effect struct{ Type, SignalingState string }

// Rejection is why a call must be refused.
type Rejection struct {
	Error         string // the name of the error
	Code, Message string
	Rule          string // the SDP rule's id
	SDPLineNumber int    // of "RTCError"
	Reference     struct{ Spec, Section, URL string }
}

// Fault says why the oracle could not use a request. It still answers the next one.
type Fault string

func (fault Fault) Error() string { return "the oracle cannot use the request: " + string(fault) }

// ErrEnded says that the oracle has ended, or that another program answered.
var ErrEnded = errors.New("the oracle has ended")

// Oracle is the oracle, in its own process. Several goroutines may call its methods.
type Oracle struct {
	mutex   sync.Mutex
	process *exec.Cmd
	input   io.WriteCloser
	output  *bufio.Reader
	lastID  int
}

// Start starts the command; by default the environment variable JSEP_MACHINE; without that, `npx jsep-machine serve`.
func Start(command ...string) (*Oracle, error) {
	if len(command) == 0 {
		command = strings.Fields(os.Getenv("JSEP_MACHINE"))
	}
	if len(command) == 0 {
		command = []string{"npx", "jsep-machine", "serve"}
	}
	process := exec.Command(command[0], command[1:]...)
	// The process writes to our standard error: a pipe without a reader would fill up and stop it.
	process.Stderr = os.Stderr
	input, err := process.StdinPipe()
	if err != nil {
		return nil, err
	}
	output, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("the oracle did not start: %w", err)
	}
	return &Oracle{process: process, input: input, output: bufio.NewReader(output)}, nil
}

// Stop ends the process.
func (oracle *Oracle) Stop() error {
	_ = oracle.input.Close()
	return oracle.process.Wait()
}

// Hello returns the protocol's version and the specifications that the oracle follows.
func (oracle *Oracle) Hello() (version int, specifications json.RawMessage, err error) {
	answer, err := oracle.ask(request{Op: "hello"})
	return answer.Version, answer.Specifications, err
}

// Next returns the state that follows, or "" if that edge of the state machine is illegal. An empty profile is the
// default one.
func (oracle *Oracle) Next(state, side, sdpType, profile string) (string, error) {
	answer, err := oracle.ask(request{Op: "next", State: state, Side: side, Type: sdpType, Profile: profile})
	return answer.State, err
}

// Create opens a session: one peer connection, in stable. Options, such as "profile" or "tolerate", may be nil.
func (oracle *Oracle) Create(session string, options map[string]any) error {
	_, err := oracle.ask(request{Op: "create", Session: session, Options: options})
	return err
}

// Drop forgets a session.
func (oracle *Oracle) Drop(session string) error {
	_, err := oracle.ask(request{Op: "drop", Session: session})
	return err
}

// SetLocalDescription returns what setLocalDescription(description) must do; nil is a call without an argument.
func (oracle *Oracle) SetLocalDescription(session string, description *Description) (Outcome, error) {
	return oracle.outcome(request{Op: "setLocalDescription", Session: session, Description: description})
}

// SetRemoteDescription returns what setRemoteDescription(description) must do.
func (oracle *Oracle) SetRemoteDescription(session string, description *Description) (Outcome, error) {
	return oracle.outcome(request{Op: "setRemoteDescription", Session: session, Description: description})
}

// OfferCreated reports the SDP that the stack's createOffer() created: only that SDP may be set as a local offer.
func (oracle *Oracle) OfferCreated(session, sdp string) (Outcome, error) {
	return oracle.outcome(request{Op: "offerCreated", Session: session, SDP: &sdp})
}

// AnswerCreated reports the SDP that the stack's createAnswer() created.
func (oracle *Oracle) AnswerCreated(session, sdp string) (Outcome, error) {
	return oracle.outcome(request{Op: "answerCreated", Session: session, SDP: &sdp})
}

// OperationFailed reports that the stack could not apply a description, although the specification allows it.
func (oracle *Oracle) OperationFailed(session, side, sdpType, message string) (Outcome, error) {
	return oracle.outcome(request{
		Op: "operationFailed", Session: session, Side: side, Type: sdpType, Message: &message,
	})
}

// Judge compares what the stack did with a call with what it had to do. A session is either judged or called.
func (oracle *Oracle) Judge(session, call string, description *Description, observed Observed) (Judgement, error) {
	answer, err := oracle.ask(request{
		Op: "judge", Session: session, Call: call, Description: description, Observed: &observed,
	})
	return answer.Judgement, err
}

// Close returns what close() must do.
func (oracle *Oracle) Close(session string) (Outcome, error) {
	return oracle.outcome(request{Op: "close", Session: session})
}

func (oracle *Oracle) outcome(request request) (Outcome, error) {
	answer, err := oracle.ask(request)
	if err != nil {
		return Outcome{}, err
	}
	if answer.Outcome == nil {
		return Outcome{}, fmt.Errorf("%w: another program answered", ErrEnded)
	}
	return *answer.Outcome, nil
}
