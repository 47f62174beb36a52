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

// Description is what is set. An empty Type or SDP is one that was left out.
type Description struct {
	Type string `json:"type,omitempty"`
	SDP  string `json:"sdp,omitempty"`
}

// Session is how a peer connection stands.
type Session struct {
	SignalingState           string
	PendingLocalDescription  *Description
	CurrentLocalDescription  *Description
	PendingRemoteDescription *Description
	CurrentRemoteDescription *Description
	LastCreatedOffer         string // "" where there is none
	LastCreatedAnswer        string
}

// Outcome is what must come of a call.
type Outcome struct {
	Kind       string  // "applied", "rejected", or "create": create the offer or answer, tell it, and set again
	Session    Session // how it stands now
	Effects    []Effect
	RolledBack *Session   // of "applied": after an implicit rollback, the session in between
	Rejection  *Rejection // of "rejected"
	Type       string     // of "create": "offer" or "answer"
}

// Effect is something to be done after a call, such as to fire signalingstatechange.
type Effect struct{ Type, SignalingState string }

// Rejection is why a call must be refused.
type Rejection struct {
	Error         string // the name of the error
	Code, Message string
	Rule          string // the SDP rule's id
	SDPLineNumber int    // of "RTCError"
	Reference     struct{ Spec, Section, URL string }
}

// Fault says that the oracle could not use a request; it answers the next one all the same.
type Fault string

func (fault Fault) Error() string { return "the oracle cannot use that: " + string(fault) }

// ErrEnded says that there is no oracle at the other end: it has ended, or something else answers.
var ErrEnded = errors.New("the oracle has ended")

// Oracle is the oracle, in a process of its own. Its methods may be called from several goroutines.
type Oracle struct {
	mutex   sync.Mutex
	process *exec.Cmd
	input   io.WriteCloser
	output  *bufio.Reader
	lastID  int
}

// Start starts the command, without one the environment's JSEP_MACHINE, else `npx jsep-machine serve`.
func Start(command ...string) (*Oracle, error) {
	if len(command) == 0 {
		command = strings.Fields(os.Getenv("JSEP_MACHINE"))
	}
	if len(command) == 0 {
		command = []string{"npx", "jsep-machine", "serve"}
	}
	process := exec.Command(command[0], command[1:]...)
	// A pipe that nobody reads would stop it some day.
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
		return nil, fmt.Errorf("the oracle does not start: %w", err)
	}
	return &Oracle{process: process, input: input, output: bufio.NewReader(output)}, nil
}

// Stop ends the process.
func (oracle *Oracle) Stop() error {
	_ = oracle.input.Close()
	return oracle.process.Wait()
}

// Hello gives the protocol's version, and the specifications that the oracle judges by.
func (oracle *Oracle) Hello() (version int, specifications json.RawMessage, err error) {
	answer, err := oracle.ask(request{Op: "hello"})
	return answer.Version, answer.Specifications, err
}

// Next is one edge of the state machine: the state that follows, or "" where it is illegal. An empty profile is the
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

// SetLocalDescription is what must come of setLocalDescription(description); nil is a call without an argument.
func (oracle *Oracle) SetLocalDescription(session string, description *Description) (Outcome, error) {
	return oracle.outcome(request{Op: "setLocalDescription", Session: session, Description: description})
}

// SetRemoteDescription is what must come of setRemoteDescription(description).
func (oracle *Oracle) SetRemoteDescription(session string, description *Description) (Outcome, error) {
	return oracle.outcome(request{Op: "setRemoteDescription", Session: session, Description: description})
}

// OfferCreated tells that the stack's createOffer() made this SDP: it, and nothing else, may be set now.
func (oracle *Oracle) OfferCreated(session, sdp string) (Outcome, error) {
	return oracle.outcome(request{Op: "offerCreated", Session: session, SDP: &sdp})
}

// AnswerCreated tells that the stack's createAnswer() made this SDP.
func (oracle *Oracle) AnswerCreated(session, sdp string) (Outcome, error) {
	return oracle.outcome(request{Op: "answerCreated", Session: session, SDP: &sdp})
}

// OperationFailed is what must come of a call that the stack could not carry out for reasons of its own.
func (oracle *Oracle) OperationFailed(session, side, sdpType, message string) (Outcome, error) {
	return oracle.outcome(request{
		Op: "operationFailed", Session: session, Side: side, Type: sdpType, Message: &message,
	})
}

// Close is what must come of close().
func (oracle *Oracle) Close(session string) (Outcome, error) {
	return oracle.outcome(request{Op: "close", Session: session})
}

func (oracle *Oracle) outcome(request request) (Outcome, error) {
	answer, err := oracle.ask(request)
	if err != nil {
		return Outcome{}, err
	}
	if answer.Outcome == nil {
		return Outcome{}, fmt.Errorf("%w: what answers is no oracle", ErrEnded)
	}
	return *answer.Outcome, nil
}
