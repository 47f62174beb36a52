package jseporacle

import (
	"errors"
	"fmt"
	"time"
)

// ErrNotOffered says that a stack's API has no such call.
var ErrNotOffered = errors.New("not in the API")

// Peer is a peer connection of a stack.
type Peer interface {
	// Call calls the method of that name: createOffer, createAnswer, setLocalDescription, setRemoteDescription or close.
	// A nil description is a call without an argument. It returns the SDP that createOffer or createAnswer created, or "".
	Call(method string, description *Description) (created string, err error)
	SignalingState() string
	// Slots returns what the slots hold that the stack shows, by SlotNames; nil for an empty one.
	Slots() map[string]*Description
}

// Stack is an implementation to be judged.
type Stack struct {
	Name, Version string
	NewPeer       func() (Peer, error)
	// ErrorName returns the specification's name for an error, or the stack's own text. With an error that is not
	// specified, only the refusal is judged.
	ErrorName func(error) (name string, specified bool)
}

const timeLimit = 5 * time.Second // within which a call must end

// observe makes a call. It returns what the call did, or nil if the API has no such call.
func (stack Stack) observe(peer Peer, method string, description *Description) *Observed {
	created, ended := "", make(chan error, 1)
	go func() {
		defer func() {
			if reason := recover(); reason != nil {
				ended <- fmt.Errorf("panic: %v", reason)
			}
		}()
		sdp, err := peer.Call(method, description)
		if err == nil {
			created = sdp
		}
		ended <- err
	}()
	observed := Observed{Outcome: "applied"}
	select {
	case err := <-ended:
		if err == ErrNotOffered {
			return nil
		}
		if err != nil {
			observed.Outcome = "rejected"
			if name, specified := stack.ErrorName(err); specified {
				observed.Error = &ErrorName{name}
			}
		}
	case <-time.After(timeLimit):
		observed.Outcome = "unsettled"
	}
	if sdpType := map[string]string{"createOffer": "offer", "createAnswer": "answer"}[method]; sdpType != "" && created != "" {
		observed.Created = &Description{sdpType, created}
	}
	observed.SignalingState, observed.Slots = peer.SignalingState(), peer.Slots()
	return &observed
}
